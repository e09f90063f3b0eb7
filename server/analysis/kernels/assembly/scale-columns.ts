/** Multiplies the rows from…to of a dense matrix (rows × width, Float32) by a factor for each column (Float64), in place. */
export function scaleColumns(from: i32, to: i32, thread: i32, dense: usize, width: i32, factors: usize): void {
  const bytes = (<usize>width) << 2
  for (let row = from; row < to; row++) {
    const at = dense + <usize>row * bytes
    for (let d: usize = 0; d < bytes; d += 16) {
      const four = v128.load(at + d)
      const low = f64x2.mul(f64x2.promote_low_f32x4(four), v128.load(factors + (d << 1)))
      const upper = v128.shuffle<i64>(four, four, 1, 1)
      const high = f64x2.mul(f64x2.promote_low_f32x4(upper), v128.load(factors + (d << 1), 16))
      v128.store(at + d, v128.shuffle<i64>(f32x4.demote_f64x2_zero(low), f32x4.demote_f64x2_zero(high), 0, 2))
    }
  }
}
