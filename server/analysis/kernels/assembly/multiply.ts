/**
 * Rows from…to of out = matrix · dense. Sums run over the entries of a row in their order, in Float32.
 * `starts`, `indices`: Int32; `values`, `dense` (columns × width), `out` (rows × width): Float32; width a multiple of four.
 */
export function multiply(
  from: i32,
  to: i32,
  thread: i32,
  starts: usize,
  indices: usize,
  values: usize,
  dense: usize,
  width: i32,
  out: usize,
): void {
  const bytes = (<usize>width) << 2
  for (let row = from; row < to; row++) {
    const first = load<i32>(starts + ((<usize>row) << 2))
    const end = load<i32>(starts + ((<usize>(row + 1)) << 2))
    const to0 = out + <usize>row * bytes
    let at: usize = 0
    // Panels of 32, 16 and 4 columns: as many sums as there are registers.
    for (; at + 128 <= bytes; at += 128) {
      let s0 = f32x4.splat(0)
      let s1 = s0
      let s2 = s0
      let s3 = s0
      let s4 = s0
      let s5 = s0
      let s6 = s0
      let s7 = s0
      for (let e = first; e < end; e++) {
        const value = v128.load32_splat(values + ((<usize>e) << 2))
        const from0 = dense + <usize>load<i32>(indices + ((<usize>e) << 2)) * bytes + at
        s0 = f32x4.add(s0, f32x4.mul(value, v128.load(from0)))
        s1 = f32x4.add(s1, f32x4.mul(value, v128.load(from0, 16)))
        s2 = f32x4.add(s2, f32x4.mul(value, v128.load(from0, 32)))
        s3 = f32x4.add(s3, f32x4.mul(value, v128.load(from0, 48)))
        s4 = f32x4.add(s4, f32x4.mul(value, v128.load(from0, 64)))
        s5 = f32x4.add(s5, f32x4.mul(value, v128.load(from0, 80)))
        s6 = f32x4.add(s6, f32x4.mul(value, v128.load(from0, 96)))
        s7 = f32x4.add(s7, f32x4.mul(value, v128.load(from0, 112)))
      }
      v128.store(to0 + at, s0)
      v128.store(to0 + at, s1, 16)
      v128.store(to0 + at, s2, 32)
      v128.store(to0 + at, s3, 48)
      v128.store(to0 + at, s4, 64)
      v128.store(to0 + at, s5, 80)
      v128.store(to0 + at, s6, 96)
      v128.store(to0 + at, s7, 112)
    }
    for (; at + 48 <= bytes; at += 48) {
      let s0 = f32x4.splat(0)
      let s1 = s0
      let s2 = s0
      for (let e = first; e < end; e++) {
        const value = v128.load32_splat(values + ((<usize>e) << 2))
        const from0 = dense + <usize>load<i32>(indices + ((<usize>e) << 2)) * bytes + at
        s0 = f32x4.add(s0, f32x4.mul(value, v128.load(from0)))
        s1 = f32x4.add(s1, f32x4.mul(value, v128.load(from0, 16)))
        s2 = f32x4.add(s2, f32x4.mul(value, v128.load(from0, 32)))
      }
      v128.store(to0 + at, s0)
      v128.store(to0 + at, s1, 16)
      v128.store(to0 + at, s2, 32)
    }
    for (; at < bytes; at += 16) {
      let s0 = f32x4.splat(0)
      for (let e = first; e < end; e++) {
        const value = v128.load32_splat(values + ((<usize>e) << 2))
        const from0 = dense + <usize>load<i32>(indices + ((<usize>e) << 2)) * bytes + at
        s0 = f32x4.add(s0, f32x4.mul(value, v128.load(from0)))
      }
      v128.store(to0 + at, s0)
    }
  }
}
