/**
 * 1 − cosine of the vectors from…to to each of `count` (1…4) candidates, where that is less than the distance so far. `distances`,
 * `out` (4 × n), `totals` (one row of 4 a shard): Float64; `candidates`: Int32 row numbers. Sums of products run over groups of four
 * dimensions, lane by lane. Each vector is read once for all candidates.
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
  const column = (<usize>n) << 3
  // A candidate that is not there is the first one once more.
  const c0 = vectorOf(vectors, bytes, candidates, 0, count)
  const c1 = vectorOf(vectors, bytes, candidates, 1, count)
  const c2 = vectorOf(vectors, bytes, candidates, 2, count)
  const c3 = vectorOf(vectors, bytes, candidates, 3, count)
  memory.fill(sums, 0, 32)
  for (let i = from; i < to; i++) {
    const at = vectors + <usize>i * bytes
    let s0 = f32x4.splat(0)
    let s1 = s0
    let s2 = s0
    let s3 = s0
    if (count > 1) {
      for (let d: usize = 0; d < bytes; d += 16) {
        const x = v128.load(at + d)
        s0 = f32x4.add(s0, f32x4.mul(x, v128.load(c0 + d)))
        s1 = f32x4.add(s1, f32x4.mul(x, v128.load(c1 + d)))
        s2 = f32x4.add(s2, f32x4.mul(x, v128.load(c2 + d)))
        s3 = f32x4.add(s3, f32x4.mul(x, v128.load(c3 + d)))
      }
    } else {
      for (let d: usize = 0; d < bytes; d += 16) s0 = f32x4.add(s0, f32x4.mul(v128.load(at + d), v128.load(c0 + d)))
    }
    const before = load<f64>(distance + ((<usize>i) << 3))
    const place = out + ((<usize>i) << 3)
    keep(s0, before, place, sums)
    if (count > 1) keep(s1, before, place + column, sums + 8)
    if (count > 2) keep(s2, before, place + 2 * column, sums + 16)
    if (count > 3) keep(s3, before, place + 3 * column, sums + 24)
  }
}

function vectorOf(vectors: usize, bytes: usize, candidates: usize, c: i32, count: i32): usize {
  return vectors + <usize>load<i32>(candidates + ((<usize>(c < count ? c : 0)) << 2)) * bytes
}

function keep(lanes: v128, before: f64, place: usize, sum: usize): void {
  const s =
    f32x4.extract_lane(lanes, 0) +
    f32x4.extract_lane(lanes, 1) +
    (f32x4.extract_lane(lanes, 2) + f32x4.extract_lane(lanes, 3))
  const far = max<f64>(0, 1 - <f64>s)
  const nearer = far < before ? far : before
  store<f64>(place, nearer)
  store<f64>(sum, load<f64>(sum) + nearer)
}
