/**
 * Edges of the papers from…to in both directions, from those to their own neighbours and those of others to them. `starts`, `ends` (Int32), `weights` (Float32): own edges as
 * compressed rows; `inStarts`, `inEnds`, `inWeights`: what comes in, likewise. Two papers that name each other have one edge of weight a + b − ab. Where `neighbours` is 0,
 * `places` (n + 1, Int32) gets the number of edges of paper i at i + 1; else it says where they stand in `neighbours` (Int32) and `joined` (Float32), which are written, and
 * `heaviest` (Float32, one a shard) gets the largest weight.
 */
export function joinEdges(
  from: i32,
  to: i32,
  thread: i32,
  starts: usize,
  ends: usize,
  weights: usize,
  inStarts: usize,
  inEnds: usize,
  inWeights: usize,
  places: usize,
  neighbours: usize,
  joined: usize,
  heaviest: usize,
  shard: i32,
): void {
  let most: f32 = 0
  for (let i = from; i < to; i++) {
    const at = (<usize>i) << 2
    const first = (<usize>load<i32>(starts + at)) << 2
    const last = (<usize>load<i32>(starts + at, 4)) << 2
    let place: usize = neighbours === 0 ? 0 : (<usize>load<i32>(places + at)) << 2
    const own = place
    if (neighbours !== 0) {
      memory.copy(neighbours + place, ends + first, last - first)
      memory.copy(joined + place, weights + first, last - first)
    }
    place += last - first
    const inLast = (<usize>load<i32>(inStarts + at, 4)) << 2
    for (let e = (<usize>load<i32>(inStarts + at)) << 2; e < inLast; e += 4) {
      const other = load<i32>(inEnds + e)
      let twin = first
      while (twin < last && load<i32>(ends + twin) !== other) twin += 4
      if (neighbours !== 0) {
        const weight = load<f32>(inWeights + e)
        if (twin < last) {
          const both = joined + own + (twin - first)
          const mine = load<f32>(both)
          store<f32>(both, mine + weight - mine * weight)
        } else {
          store<i32>(neighbours + place, other)
          store<f32>(joined + place, weight)
        }
      }
      if (twin === last) place += 4
    }
    if (neighbours === 0) {
      store<i32>(places + at, <i32>(place >> 2), 4)
      continue
    }
    for (let e = own; e < place; e += 4) most = max(most, load<f32>(joined + e))
  }
  if (neighbours !== 0) store<f32>(heaviest + ((<usize>(from / shard)) << 2), most)
}
