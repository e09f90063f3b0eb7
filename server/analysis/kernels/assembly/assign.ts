import { dots, PANEL, toWhole } from './dots'

/**
 * Nearest of k unit vectors, by cosine, for the unit vectors from…to. `panels`: the k, as `layOutPanels` writes them. `assignment` (Int32)
 * gets the nearest (ties: the lower number), `similarity` (Float32) its cosine, `changed` (Int32, one a shard) how many moved.
 * `scratch`: 128 bytes, and 4 a dimension, for each thread.
 */
export function assign(
  from: i32,
  to: i32,
  thread: i32,
  vectors: usize,
  dimensions: i32,
  panels: usize,
  k: i32,
  assignment: usize,
  similarity: usize,
  changed: usize,
  shard: i32,
  scratch: usize,
): void {
  const bytes = (<usize>dimensions) << 2
  const out = scratch + <usize>thread * (128 + bytes)
  const first = out + 128
  const second = first + (bytes >> 1)
  let moved = 0
  for (let i = from; i < to; i += 2) {
    const a = vectors + <usize>i * bytes
    toWhole(a, dimensions, first)
    toWhole(i + 1 < to ? a + bytes : a, dimensions, second)
    let bestA = 0
    let bestB = 0
    let highA: f32 = -Infinity
    let highB: f32 = -Infinity
    for (let c = 0; c < k; c += PANEL) {
      dots(first, second, panels + <usize>c * (bytes >> 1), dimensions, out)
      const lanes = min(PANEL, k - c)
      for (let lane = 0; lane < lanes; lane++) {
        const s = load<f32>(out + ((<usize>lane) << 2))
        if (s > highA) {
          highA = s
          bestA = c + lane
        }
        const t = load<f32>(out + ((<usize>lane) << 2), 64)
        if (t > highB) {
          highB = t
          bestB = c + lane
        }
      }
    }
    moved += put(assignment, similarity, i, bestA, highA)
    if (i + 1 < to) moved += put(assignment, similarity, i + 1, bestB, highB)
  }
  store<i32>(changed + ((<usize>(from / shard)) << 2), moved)
}

function put(assignment: usize, similarity: usize, i: i32, best: i32, high: f32): i32 {
  const at = assignment + ((<usize>i) << 2)
  const moved = load<i32>(at) === best ? 0 : 1
  store<i32>(at, best)
  store<f32>(similarity + ((<usize>i) << 2), high)
  return moved
}
