import { fourGroups, STRIP, threeGroups } from './strip-products'

const UNIT: f32 = 32767

/**
 * Nearest of k centroids, by cosine, for the rows from…to. `starts`, `indices` (Int32), `values` (Int16): rows of unit length; `strips`: ⌈k ÷ 32⌉ of them, columns × 32, Int16, with
 * zeros beyond k. `assignment` (Int32) gets the nearest (ties: the lower number), `similarity` (Float32) its cosine, `changed` (Int32, one a shard of `shard` rows) how many
 * moved. `scratch`: 128 + 8 · shard bytes for each thread, the best of each row after those of the row at hand.
 */
export function assignRows(
  from: i32,
  to: i32,
  thread: i32,
  starts: usize,
  indices: usize,
  values: usize,
  columns: i32,
  strips: usize,
  k: i32,
  assignment: usize,
  similarity: usize,
  changed: usize,
  shard: i32,
  scratch: usize,
): void {
  const out = scratch + <usize>thread * (128 + ((<usize>shard) << 3))
  const best = out + 128
  for (let first = 0; first < k; first += STRIP) {
    const strip = strips + ((<usize>(first / STRIP) * <usize>columns) << 6)
    const count = min(STRIP, k - first)
    for (let row = from; row < to; row++) {
      const begin = <usize>load<i32>(starts + ((<usize>row) << 2))
      const end = <usize>load<i32>(starts + ((<usize>row) << 2), 4)
      if (count > 24) fourGroups(indices, values, begin, end, strip, out)
      else threeGroups(indices, values, begin, end, strip, out)
      const place = best + ((<usize>(row - from)) << 3)
      let high = first === 0 ? <i32>i32.MIN_VALUE : load<i32>(place)
      let nearest = first === 0 ? 0 : load<i32>(place, 4)
      for (let c = 0; c < count; c++) {
        const cosine = load<i32>(out + ((<usize>c) << 2))
        nearest = select<i32>(first + c, nearest, cosine > high)
        high = max(high, cosine)
      }
      store<i32>(place, high)
      store<i32>(place, nearest, 4)
    }
  }
  let moved = 0
  for (let row = from; row < to; row++) {
    const place = best + ((<usize>(row - from)) << 3)
    const at = (<usize>row) << 2
    const nearest = load<i32>(place, 4)
    if (load<i32>(assignment + at) !== nearest) moved++
    store<i32>(assignment + at, nearest)
    store<f32>(similarity + at, <f32>load<i32>(place) * (<f32>1 / (UNIT * UNIT)))
  }
  store<i32>(changed + ((<usize>(from / shard)) << 2), moved)
}
