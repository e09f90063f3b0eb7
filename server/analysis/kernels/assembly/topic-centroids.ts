/**
 * Unit centroids of the topics from…to: what each column weighs in the sum of the rows of a topic, brought to unit length. `topicStarts` (Int32, one more than topics): where
 * the rows of each begin in `papers` (Int32), in their order; `starts`, `indices`, `values`: the matrix, of `columns` columns; `byTerm`: columns × width, Float32; `lengths`:
 * Float64, of each sum. `scratch`: `columns` Float64 for each thread.
 */
export function topicCentroids(
  from: i32,
  to: i32,
  thread: i32,
  topicStarts: usize,
  papers: usize,
  starts: usize,
  indices: usize,
  values: usize,
  columns: i32,
  width: i32,
  byTerm: usize,
  lengths: usize,
  scratch: usize,
): void {
  const bytes = (<usize>columns) << 3
  const sums = scratch + <usize>thread * bytes
  const rowBytes = (<usize>width) << 2
  for (let topic = from; topic < to; topic++) {
    memory.fill(sums, 0, bytes)
    const end = load<i32>(topicStarts + ((<usize>topic) << 2), 4)
    for (let i = load<i32>(topicStarts + ((<usize>topic) << 2)); i < end; i++) {
      const row = starts + ((<usize>load<i32>(papers + ((<usize>i) << 2))) << 2)
      const last = (<usize>load<i32>(row, 4)) << 2
      for (let e = (<usize>load<i32>(row)) << 2; e < last; e += 4) {
        const at = sums + ((<usize>load<i32>(indices + e)) << 3)
        store<f64>(at, load<f64>(at) + <f64>load<f32>(values + e))
      }
    }
    let square: f64 = 0
    for (let at: usize = 0; at < bytes; at += 8) square += load<f64>(sums + at) * load<f64>(sums + at)
    const length = sqrt(square)
    store<f64>(lengths + ((<usize>topic) << 3), length)
    let place = byTerm + ((<usize>topic) << 2)
    for (let at: usize = 0; at < bytes; at += 8) {
      store<f32>(place, length > 0 ? <f32>(load<f64>(sums + at) / length) : 0)
      place += rowBytes
    }
  }
}
