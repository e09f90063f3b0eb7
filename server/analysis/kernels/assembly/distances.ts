/**
 * 1 − cosine of the vectors from…to to each of `count` (1…4) candidates, where that is less than the distance so far. `distances`,
 * `out` (4 × n), `totals` (one row of 4 a shard): Float64; `candidates`: Int32 row numbers. Sums of products run over groups of four
 * dimensions, lane by lane.
 */
export function distances(
  from: i32,
  to: i32,
  thread: i32,
  vectors: usize,
  dimensions: i32,
  candidates: usize,
  count: i32,
  distance: usize,
  out: usize,
  n: i32,
  totals: usize,
  shard: i32,
): void {
  const bytes = (<usize>dimensions) << 2
  const sums = totals + ((<usize>(from / shard)) << 5)
  for (let c = 0; c < count; c++) {
    const to0 = vectors + <usize>load<i32>(candidates + ((<usize>c) << 2)) * bytes
    const out0 = out + ((<usize>c * <usize>n) << 3)
    let total: f64 = 0
    for (let i = from; i < to; i++) {
      const at = vectors + <usize>i * bytes
      let lanes = f32x4.splat(0)
      for (let d: usize = 0; d < bytes; d += 16) {
        lanes = f32x4.add(lanes, f32x4.mul(v128.load(at + d), v128.load(to0 + d)))
      }
      const s =
        f32x4.extract_lane(lanes, 0) +
        f32x4.extract_lane(lanes, 1) +
        (f32x4.extract_lane(lanes, 2) + f32x4.extract_lane(lanes, 3))
      const far = max<f64>(0, 1 - <f64>s)
      const before = load<f64>(distance + ((<usize>i) << 3))
      const nearer = far < before ? far : before
      store<f64>(out0 + ((<usize>i) << 3), nearer)
      total += nearer
    }
    store<f64>(sums + ((<usize>c) << 3), total)
  }
}
