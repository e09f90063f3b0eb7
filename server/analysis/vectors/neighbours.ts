import { copyInt32, type Cells, type Kernels } from '../kernels/kernels.ts'
import { createRandom, sample } from '../math/random.ts'
import { refineClustering } from './spherical-k-means.ts'

/** The nearest neighbours of each paper, nearest first; in the memory of the kernels. */
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
/** Papers that are compared with all others at a time. */
const BATCH = 128
/** Cells that are searched for a paper's neighbours: its own and the nearest. */
const PROBES = 6

/**
 * k nearest neighbours by cosine of unit vectors (n × dimensions). Every pair is compared up to 5,000 papers; above, the papers
 * are put into cells by spherical k-means and a paper is compared with those of the six nearest cells (an inverted file,
 * Jégou, Douze and Schmid, "Product quantization for nearest neighbor search", PAMI 33, 2011).
 */
export function nearestNeighbours(
  kernels: Kernels,
  vectors: Float32Array,
  n: number,
  dimensions: number,
  count: number,
  seed: number,
  onDone: (share: number) => void = () => {},
): Neighbours {
  const ids = kernels.int32(n * count).fill(-1)
  const similarity = kernels.float32(n * count).fill(-2)
  kernels.scope(() => {
    const { cells, order, probes } = n <= EXACT ? batches(kernels, n) : cellsOf(kernels, vectors, n, dimensions, seed)
    onDone(0.3)
    kernels.nearest(vectors, dimensions, cells, order, probes, count, ids, similarity)
  })
  onDone(1)
  return { n, count, ids, similarity }
}

/** Papers in cells, and the cells that the papers of each are compared with: cells × probes. */
interface Search {
  cells: Cells
  order: Int32Array
  probes: number
}

/** Papers as they come, every batch compared with all. */
function batches(kernels: Kernels, n: number): Search {
  const count = Math.ceil(n / BATCH)
  const cells = {
    count,
    starts: copyInt32(
      kernels,
      Int32Array.from({ length: count + 1 }, (_, c) => Math.min(n, c * BATCH)),
    ),
    members: copyInt32(
      kernels,
      Int32Array.from({ length: n }, (_, i) => i),
    ),
  }
  return {
    cells,
    order: copyInt32(
      kernels,
      Int32Array.from({ length: count * count }, (_, i) => i % count),
    ),
    probes: count,
  }
}

function cellsOf(kernels: Kernels, vectors: Float32Array, n: number, dimensions: number, seed: number): Search {
  const count = Math.round(Math.sqrt(n))
  const start = new Float32Array(count * dimensions)
  sample(n, count, createRandom(seed, 200)).forEach((row, c) => {
    start.set(vectors.subarray(row * dimensions, (row + 1) * dimensions), c * dimensions)
  })
  const { assignment, centroids } = refineClustering(kernels, vectors, n, dimensions, start, count, 6)
  const { starts, members } = group(assignment, n, count)
  const probes = Math.min(PROBES, count)
  return {
    cells: { count, starts: copyInt32(kernels, starts), members: copyInt32(kernels, members) },
    order: copyInt32(kernels, nearestCells(centroids, count, dimensions, probes)),
    probes,
  }
}

/** The nearest `count` of the neighbours that there are; the same ones that a search for so many would give. */
export function firstNeighbours(kernels: Kernels, neighbours: Neighbours, count: number): Neighbours {
  const { n } = neighbours
  if (count >= neighbours.count) return neighbours
  const first: Neighbours = { n, count, ids: kernels.int32(n * count), similarity: kernels.float32(n * count) }
  for (let i = 0; i < n; i++) {
    const from = i * neighbours.count
    first.ids.set(neighbours.ids.subarray(from, from + count), i * count)
    first.similarity.set(neighbours.similarity.subarray(from, from + count), i * count)
  }
  return first
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

/** The cells nearest to each cell, itself first: cells × probes. */
function nearestCells(centroids: Float32Array, cells: number, dimensions: number, probes: number): Int32Array {
  const order = new Int32Array(cells * probes)
  for (let a = 0; a < cells; a++) {
    const similarity = new Float64Array(cells)
    for (let b = 0; b < cells; b++) {
      let s = 0
      for (let d = 0; d < dimensions; d++) s += centroids[a * dimensions + d] * centroids[b * dimensions + d]
      similarity[b] = b === a ? Infinity : s
    }
    const nearest = Array.from({ length: cells }, (_, b) => b).sort((x, y) => similarity[y] - similarity[x] || x - y)
    for (let p = 0; p < probes; p++) order[a * probes + p] = nearest[p]
  }
  return order
}
