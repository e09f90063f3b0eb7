/**
 * Vectors from…to plus the shares of their neighbours. `vectors`, `out`: n × dimensions; `shares`: n × count, 0 for none; Float32;
 * `ids`: n × count, Int32. `dimensions`: a multiple of four.
 */
export function smooth(
  from: i32,
  to: i32,
  thread: i32,
  vectors: usize,
  dimensions: i32,
  ids: usize,
  shares: usize,
  count: i32,
  out: usize,
): void {
  const bytes = (<usize>dimensions) << 2
  for (let i = from; i < to; i++) {
    const at = out + <usize>i * bytes
    memory.copy(at, vectors + <usize>i * bytes, bytes)
    for (let e = i * count; e < (i + 1) * count; e++) {
      const share = load<f32>(shares + ((<usize>e) << 2))
      if (share === 0) continue
      const part = f32x4.splat(share)
      const other = vectors + <usize>load<i32>(ids + ((<usize>e) << 2)) * bytes
      for (let d: usize = 0; d < bytes; d += 16) {
        v128.store(at + d, f32x4.add(v128.load(at + d), f32x4.mul(part, v128.load(other + d))))
      }
    }
  }
}
