/** Sums of the squares in each of the first k columns of the rows from…to of `sums` (rows × width, Float64): `parts`, k Float64 a shard of `shard` rows. */
export function columnSquares(
  from: i32,
  to: i32,
  thread: i32,
  sums: usize,
  width: i32,
  k: i32,
  parts: usize,
  shard: i32,
): void {
  const part = parts + <usize>(from / shard) * ((<usize>k) << 3)
  memory.fill(part, 0, (<usize>k) << 3)
  for (let row = from; row < to; row++) {
    const at = sums + ((<usize>row * <usize>width) << 3)
    for (let c: usize = 0; c < (<usize>k) << 3; c += 8) {
      const value = load<f64>(at + c)
      store<f64>(part + c, load<f64>(part + c) + value * value)
    }
  }
}

/** The first k columns of the rows from…to of `sums` times `scales` (Float64) to `out` (rows × width, Float32); where the scale is 0, `out` stays. */
export function scaleColumns(
  from: i32,
  to: i32,
  thread: i32,
  sums: usize,
  width: i32,
  k: i32,
  scales: usize,
  out: usize,
): void {
  for (let row = from; row < to; row++) {
    const at = (<usize>row * <usize>width) << 2
    for (let c: usize = 0; c < <usize>k; c++) {
      const scale = load<f64>(scales + (c << 3))
      if (scale !== 0) store<f32>(out + at + (c << 2), <f32>(load<f64>(sums + (at << 1) + (c << 3)) * scale))
    }
  }
}
