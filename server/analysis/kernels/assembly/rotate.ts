/**
 * Rows from…to of out = dense · directions. `dense`: rows × width; `directions`: width × rank; `out`: rows × rank; Float32, rank a multiple
 * of four. `out` may be `dense` where rank is width. `upper`: 1 where `directions` has nothing below its diagonal. `scratch`: rank numbers for each thread.
 */
export function rotate(
  from: i32,
  to: i32,
  thread: i32,
  dense: usize,
  width: i32,
  directions: usize,
  rank: i32,
  out: usize,
  upper: i32,
  scratch: usize,
): void {
  const rowBytes = (<usize>width) << 2
  const bytes = (<usize>rank) << 2
  const own = scratch + <usize>thread * bytes
  for (let row = from; row < to; row++) {
    const at0 = dense + <usize>row * rowBytes
    let at: usize = 0
    for (; at + 64 <= bytes; at += 64) {
      let s0 = f32x4.splat(0)
      let s1 = s0
      let s2 = s0
      let s3 = s0
      let direction = directions + at
      const end = upper !== 0 ? min(rowBytes, at + 64) : rowBytes
      for (let a: usize = 0; a < end; a += 4) {
        const value = v128.load32_splat(at0 + a)
        s0 = f32x4.add(s0, f32x4.mul(value, v128.load(direction)))
        s1 = f32x4.add(s1, f32x4.mul(value, v128.load(direction, 16)))
        s2 = f32x4.add(s2, f32x4.mul(value, v128.load(direction, 32)))
        s3 = f32x4.add(s3, f32x4.mul(value, v128.load(direction, 48)))
        direction += bytes
      }
      v128.store(own + at, s0)
      v128.store(own + at, s1, 16)
      v128.store(own + at, s2, 32)
      v128.store(own + at, s3, 48)
    }
    for (; at < bytes; at += 16) {
      let s0 = f32x4.splat(0)
      let direction = directions + at
      const end = upper !== 0 ? min(rowBytes, at + 16) : rowBytes
      for (let a: usize = 0; a < end; a += 4) {
        s0 = f32x4.add(s0, f32x4.mul(v128.load32_splat(at0 + a), v128.load(direction)))
        direction += bytes
      }
      v128.store(own + at, s0)
    }
    memory.copy(out + <usize>row * bytes, own, bytes)
  }
}
