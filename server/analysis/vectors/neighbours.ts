import { copyInt16, copyInt32, type Kernels } from '../kernels/kernels.ts'
import type { Cells } from '../kernels/neighbour-kernels.ts'
import { createRandom, type Random, sample } from '../math/random.ts'
import { selectVectors } from './select-vectors.ts'
import { meanDirections } from '../kernels/mean-directions.ts'
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
  /** All papers, those that are compared with the same others side by side: length n. */
  order: Int32Array
}

/** Up to so many papers every pair is compared. */
const EXACT = 5000
/** Papers that are compared with all others at a time. */
const BATCH = 128
/** Cells that are searched for a paper's neighbours, its own and the nearest, at least and at most: as much work whether papers are 10,000 or 27,000. */
const LEAST_PROBES = 6
const MOST_PROBES = 16
const PROBED = 160_000
/** Papers of a usual cell. */
const CELL = 240
/** Papers for each cell from which cells are learned. */
const LEARNED_FROM = 40
const ROUNDS = 6
/** More cells than this are made in two steps, cells of cells, so that the work grows no faster than the papers; then more are searched. */
const MOST_AT_ONCE = 1200
const MORE_PROBES = 10

/**
 * k nearest neighbours by cosine of unit vectors (n × dimensions). Every pair is compared up to 5,000 papers; above, the papers
 * are put into cells by spherical k-means (learned from a sample) and a paper is compared with those of the nearest cells, sixteen to six (an inverted file,
 * Jégou, Douze and Schmid, "Product quantization for nearest neighbor search", PAMI 33, 2011).
 */
export function nearestNeighbours(
  kernels: Kernels,
  vectors: Int16Array,
  n: number,
  dimensions: number,
  count: number,
  seed: number,
  onDone: (share: number) => void = () => {},
): Neighbours {
  const ids = kernels.int32(n * count).fill(-1)
  const similarity = kernels.float32(n * count).fill(-2)
  const members = kernels.int32(n)
  kernels.scope(() => {
    const { cells, order, probes } =
      n <= EXACT ? batches(kernels, members) : cellsOf(kernels, vectors, dimensions, members, seed)
    onDone(0.3)
    kernels.nearest(vectors, dimensions, cells, order, probes, count, ids, similarity)
  })
  onDone(1)
  return { n, count, ids, similarity, order: members }
}

/** Cells that are searched where there are n papers. */
function probesFor(n: number): number {
  return Math.max(LEAST_PROBES, Math.min(MOST_PROBES, Math.round(PROBED / n)))
}

/** Papers in cells, and the cells that the papers of each are compared with: cells × probes. */
interface Search {
  cells: Cells
  order: Int32Array
  probes: number
}

/** Papers as they come, every batch compared with all. `members` gets their numbers. */
function batches(kernels: Kernels, members: Int32Array): Search {
  const n = members.length
  for (let i = 0; i < n; i++) members[i] = i
  const count = Math.ceil(n / BATCH)
  const cells = {
    count,
    starts: copyInt32(
      kernels,
      Int32Array.from({ length: count + 1 }, (_, c) => Math.min(n, c * BATCH)),
    ),
    members,
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

/** Papers with those that are near them. `members` gets their numbers, cell by cell. */
function cellsOf(kernels: Kernels, vectors: Int16Array, dimensions: number, members: Int32Array, seed: number): Search {
  const n = members.length
  const random = createRandom(seed, 200)
  const wanted = Math.ceil(n / CELL)
  const all = Int32Array.from({ length: n }, (_, i) => i)
  const space: Space = { kernels, vectors, dimensions, random }
  let parts = wanted <= MOST_AT_ONCE ? [all] : partitionOf(space, all, Math.round(Math.sqrt(wanted)))
  parts = parts.flatMap((part) => partitionOf(space, part, Math.ceil(part.length / CELL)))

  const count = parts.length
  const starts = kernels.int32(count + 1)
  const centres = kernels.int16(count * dimensions)
  const cellOf = kernels.int32(n)
  parts.forEach((part, cell) => {
    starts[cell + 1] = starts[cell] + part.length
    members.set(part, starts[cell])
    for (const paper of part) cellOf[paper] = cell
  })
  meanDirections(kernels.sums(vectors, n, dimensions, cellOf, count), count, dimensions, centres)
  const probes = Math.min(wanted <= MOST_AT_ONCE ? probesFor(n) : MORE_PROBES, count)
  return { cells: { count, starts, members }, order: nearestCells(kernels, centres, count, dimensions, probes), probes }
}

interface Space {
  kernels: Kernels
  vectors: Int16Array
  dimensions: number
  random: Random
}

/** Divides papers among `count` cells, learned from a sample of them; empty cells are left out. Ascending within a cell. */
function partitionOf({ kernels, vectors, dimensions, random }: Space, papers: Int32Array, count: number): Int32Array[] {
  if (count <= 1) return [papers]
  const pick = (rows: Int32Array): Int32Array => rows.map((row) => papers[row])
  return kernels.scope(() => {
    const learned = pick(sample(papers.length, count * LEARNED_FROM, random))
    const start = selectVectors(kernels, vectors, dimensions, pick(sample(papers.length, count, random)))
    const { centroids } = kernels.scope(() => {
      const few = selectVectors(kernels, vectors, dimensions, learned)
      return refineClustering(kernels, few, learned.length, dimensions, start, count, ROUNDS)
    })
    const own = selectVectors(kernels, vectors, dimensions, papers)
    const assignment = kernels.int32(papers.length)
    const similarity = kernels.float32(papers.length)
    kernels.assign(own, papers.length, dimensions, copyInt16(kernels, centroids), count, assignment, similarity)
    const { starts, members } = group(assignment, papers.length, count)
    return Array.from({ length: count }, (_, c) => pick(members.slice(starts[c], starts[c + 1]))).filter(
      (cell) => cell.length > 0,
    )
  })
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
function nearestCells(
  kernels: Kernels,
  centres: Int16Array,
  cells: number,
  dimensions: number,
  probes: number,
): Int32Array {
  const order = kernels.int32(cells * probes)
  kernels.scope(() => {
    const others = probes - 1
    const ids = kernels.int32(cells * others).fill(-1)
    const all = batches(kernels, kernels.int32(cells))
    const similarity = kernels.float32(cells * others).fill(-2)
    if (others > 0) kernels.nearest(centres, dimensions, all.cells, all.order, all.probes, others, ids, similarity)
    for (let cell = 0; cell < cells; cell++) {
      order[cell * probes] = cell
      for (let p = 0; p < others; p++) order[cell * probes + 1 + p] = ids[cell * others + p]
    }
  })
  return order
}
