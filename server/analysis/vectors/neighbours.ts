import { createRandom, sample } from '../math/random.ts'
import { refineClustering } from './spherical-k-means.ts'

/** The nearest neighbours of each paper, nearest first. */
export interface Neighbours {
  n: number
  /** Neighbours a paper has. */
  count: number
  /** n × count, row-major: number of the neighbour; −1 where there are not enough. */
  ids: Int32Array
  /** n × count: cosine to the neighbour. */
  similarity: Float32Array
}

/** Up to so many papers every pair is compared. */
const EXACT = 5000
/** Cells that are searched for a paper's neighbours: its own and the nearest. */
const PROBES = 6

/**
 * k nearest neighbours by cosine of unit vectors (n × dimensions). Every pair is compared up to 5,000 papers; above, the papers
 * are put into cells by spherical k-means and a paper is compared with those of the six nearest cells (an inverted file,
 * Jégou, Douze and Schmid, "Product quantization for nearest neighbor search", PAMI 33, 2011).
 */
export function nearestNeighbours(
  vectors: Float32Array,
  n: number,
  dimensions: number,
  count: number,
  seed: number,
  onDone: (share: number) => void = () => {},
): Neighbours {
  const result: Neighbours = {
    n,
    count,
    ids: new Int32Array(n * count).fill(-1),
    similarity: new Float32Array(n * count).fill(-2),
  }
  if (n <= EXACT) {
    const all = Int32Array.from({ length: n }, (_, i) => i)
    for (let i = 0; i < n; i++) {
      scan(vectors, dimensions, i, all, 0, n, result)
      if ((i & 511) === 0) onDone(i / n)
    }
    return result
  }
  const cells = Math.round(Math.sqrt(n))
  const random = createRandom(seed, 200)
  const centroids = new Float32Array(cells * dimensions)
  sample(n, cells, random).forEach((row, c) => {
    centroids.set(vectors.subarray(row * dimensions, (row + 1) * dimensions), c * dimensions)
  })
  const { assignment } = refineClustering(vectors, n, dimensions, centroids, cells, 6)
  const { starts, members } = group(assignment, n, cells)
  const order = nearestCells(centroids, cells, dimensions)
  for (let i = 0; i < n; i++) {
    const own = assignment[i]
    for (let probe = 0; probe < Math.min(PROBES, cells); probe++) {
      const cell = order[own * PROBES + probe]
      scan(vectors, dimensions, i, members, starts[cell], starts[cell + 1], result)
    }
    if ((i & 1023) === 0) onDone(i / n)
  }
  return result
}

/** The nearest `count` of the neighbours that there are; the same ones that a search for so many would give. */
export function firstNeighbours(neighbours: Neighbours, count: number): Neighbours {
  const { n } = neighbours
  if (count >= neighbours.count) return neighbours
  const first: Neighbours = { n, count, ids: new Int32Array(n * count), similarity: new Float32Array(n * count) }
  for (let i = 0; i < n; i++) {
    const from = i * neighbours.count
    first.ids.set(neighbours.ids.subarray(from, from + count), i * count)
    first.similarity.set(neighbours.similarity.subarray(from, from + count), i * count)
  }
  return first
}

/** Compares paper i with members[from…to) and keeps the nearest in the result. */
function scan(
  vectors: Float32Array,
  dimensions: number,
  i: number,
  members: Int32Array,
  from: number,
  to: number,
  result: Neighbours,
): void {
  const { count, ids, similarity } = result
  const base = i * count
  const at = i * dimensions
  for (let m = from; m < to; m++) {
    const j = members[m]
    if (j === i) continue
    const other = j * dimensions
    let s0 = 0
    let s1 = 0
    let s2 = 0
    let s3 = 0
    let d = 0
    for (; d + 3 < dimensions; d += 4) {
      s0 += vectors[at + d] * vectors[other + d]
      s1 += vectors[at + d + 1] * vectors[other + d + 1]
      s2 += vectors[at + d + 2] * vectors[other + d + 2]
      s3 += vectors[at + d + 3] * vectors[other + d + 3]
    }
    for (; d < dimensions; d++) s0 += vectors[at + d] * vectors[other + d]
    const s = Math.fround(s0 + s1 + (s2 + s3))
    if (s <= similarity[base + count - 1]) continue
    let place = count - 1
    while (place > 0 && similarity[base + place - 1] < s) {
      similarity[base + place] = similarity[base + place - 1]
      ids[base + place] = ids[base + place - 1]
      place--
    }
    similarity[base + place] = s
    ids[base + place] = j
  }
}

/** Members of each cell, ascending, as compressed rows. */
function group(assignment: Int32Array, n: number, cells: number): { starts: Int32Array; members: Int32Array } {
  const starts = new Int32Array(cells + 1)
  for (let i = 0; i < n; i++) starts[assignment[i] + 1]++
  for (let c = 0; c < cells; c++) starts[c + 1] += starts[c]
  const next = starts.slice()
  const members = new Int32Array(n)
  for (let i = 0; i < n; i++) members[next[assignment[i]]++] = i
  return { starts, members }
}

/** The PROBES cells nearest to each cell, itself first: cells × PROBES. */
function nearestCells(centroids: Float32Array, cells: number, dimensions: number): Int32Array {
  const order = new Int32Array(cells * PROBES)
  for (let a = 0; a < cells; a++) {
    const similarity = new Float64Array(cells)
    for (let b = 0; b < cells; b++) {
      let s = 0
      for (let d = 0; d < dimensions; d++) s += centroids[a * dimensions + d] * centroids[b * dimensions + d]
      similarity[b] = b === a ? Infinity : s
    }
    const nearest = Array.from({ length: cells }, (_, b) => b).sort((x, y) => similarity[y] - similarity[x] || x - y)
    for (let p = 0; p < PROBES; p++) order[a * PROBES + p] = nearest[Math.min(p, cells - 1)]
  }
  return order
}
