/**
 * Sums of the vectors of each cluster among from…to (at most 65,536 of them), as whole numbers. `parts`: one k × dimensions Int32 matrix a shard of `shard` vectors. A
 * vector in no cluster (−1) is left out. `dimensions`: a multiple of four.
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
  const bytes = (<usize>dimensions) << 1
  const part = parts + <usize>(from / shard) * <usize>k * (bytes << 1)
  memory.fill(part, 0, <usize>k * (bytes << 1))
  for (let i = from; i < to; i++) {
    const cluster = load<i32>(assignment + ((<usize>i) << 2))
    if (cluster >= 0) addTo(part + <usize>cluster * (bytes << 1), vectors + <usize>i * bytes, bytes)
  }
}

/** Adds a vector of so many bytes, whole numbers of 16 bits, to a sum of 32 bits. */
export function addTo(sum: usize, vector: usize, bytes: usize): void {
  for (let d: usize = 0; d < bytes; d += 8) {
    const at = sum + (d << 1)
    v128.store(at, i32x4.add(v128.load(at), v128.load16x4_s(vector + d)))
  }
}
