/**
 * Sums of the vectors of each cluster among from…to. `parts`: one k × dimensions Float64 matrix a shard of `shard` vectors. A vector in
 * no cluster (−1) is left out. `dimensions`: a multiple of four.
 */
export function sums(
  from: i32,
  to: i32,
  thread: i32,
  vectors: usize,
  dimensions: i32,
  assignment: usize,
  k: i32,
  parts: usize,
  shard: i32,
): void {
  const bytes = (<usize>dimensions) << 2
  const part = parts + <usize>(from / shard) * <usize>k * (bytes << 1)
  memory.fill(part, 0, <usize>k * (bytes << 1))
  for (let i = from; i < to; i++) {
    const cluster = load<i32>(assignment + ((<usize>i) << 2))
    if (cluster < 0) continue
    const at = vectors + <usize>i * bytes
    const out = part + <usize>cluster * (bytes << 1)
    for (let d: usize = 0; d < bytes; d += 16) {
      const four = v128.load(at + d)
      const low = f64x2.promote_low_f32x4(four)
      const high = f64x2.promote_low_f32x4(i32x4.shuffle(four, four, 2, 3, 0, 1))
      v128.store(out + (d << 1), f64x2.add(v128.load(out + (d << 1)), low))
      v128.store(out + (d << 1), f64x2.add(v128.load(out + (d << 1), 16), high), 16)
    }
  }
}
