import { dots, PANEL } from './dots'

/**
 * Nearest of k unit vectors, by cosine, for the unit vectors from…to (whole numbers of 16 bits). `panels`: the k, as `layOutPanels` writes them. `assignment` (Int32)
 * gets the nearest (ties: the lower number), `similarity` (Float32) its cosine, `changed` (Int32, one a shard) how many moved.
 * `scratch`: 128 bytes for each thread.
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
  const bytes = (<usize>dimensions) << 1
  const out = scratch + ((<usize>thread) << 7)
  let moved = 0
  for (let i = from; i < to; i += 2) {
    const a = vectors + <usize>i * bytes
    const both = i + 1 < to
    nearestOf(a, both ? a + bytes : a, dimensions, panels, k, out)
    moved += put(assignment, similarity, i, out)
    if (both) moved += put(assignment, similarity, i + 1, out + 8)
  }
  store<i32>(changed + ((<usize>(from / shard)) << 2), moved)
}

/** The nearest of k vectors to each of two rows, and its cosine, are written over the first 16 bytes of `out`, which has 128. */
export function nearestOf(a: usize, b: usize, dimensions: i32, panels: usize, k: i32, out: usize): void {
  const bytes = (<usize>dimensions) << 1
  let bestA = 0
  let bestB = 0
  let highA: f32 = -Infinity
  let highB: f32 = -Infinity
  for (let c = 0; c < k; c += PANEL) {
    dots(a, b, panels + <usize>c * bytes, dimensions, out)
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
  store<i32>(out, bestA)
  store<f32>(out, highA, 4)
  store<i32>(out, bestB, 8)
  store<f32>(out, highB, 12)
}

/** Writes what `nearestOf` found of vector i; returns 1 where it moved. */
export function put(assignment: usize, similarity: usize, i: i32, found: usize): i32 {
  const at = assignment + ((<usize>i) << 2)
  const best = load<i32>(found)
  const moved = load<i32>(at) === best ? 0 : 1
  store<i32>(at, best)
  store<f32>(similarity + ((<usize>i) << 2), load<f32>(found, 4))
  return moved
}
