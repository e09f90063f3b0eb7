import { four } from '../../../server/analysis/kernels/four.ts'
import { copyFloat32, type Kernels } from '../../../server/analysis/kernels/kernels.ts'
import type { Csr } from '../../../server/analysis/matrix/csr.ts'

/** A partition of the rows of a sparse matrix. */
export interface SparseClustering {
  /** Row → cluster 0…k−1. */
  assignment: Int32Array
  /** Rounds of assigning until no row moved, or the most. */
  rounds: number
}

/**
 * Spherical k-means (Dhillon and Modha 2001) of the unit rows of a sparse matrix from given unit centroids (columns × four(k), a
 * centroid a column) until no row moves, or `maxRounds`. Put together from the product's kernels, for the comparison alone: the product
 * clusters dense vectors. `matrix` and `start` are in the memory of the kernels. An empty cluster gets the row that fits its own worst.
 */
export function sparseKMeans(
  kernels: Kernels,
  matrix: Csr,
  start: Float32Array,
  k: number,
  maxRounds: number,
): SparseClustering {
  return kernels.scope(() => {
    const width = four(k)
    const centroids = copyFloat32(kernels, start)
    const scores = kernels.float32(matrix.rows * width)
    const assignment = new Int32Array(matrix.rows).fill(-1)
    const counted = new Int32Array(matrix.rows).fill(-1)
    const sums = new Float64Array(matrix.columns * width)
    let rounds = 0
    while (rounds < maxRounds) {
      rounds++
      kernels.multiply(matrix, centroids, width, scores)
      if (assignNearest(scores, width, k, assignment) === 0) break
      fillEmpty(scores, width, k, assignment)
      countMoves(matrix, counted, assignment, width, sums)
      toMeanDirections(sums, width, k, centroids)
    }
    return { assignment, rounds }
  })
}

/** Returns how many rows moved. */
function assignNearest(scores: Float32Array, width: number, k: number, assignment: Int32Array): number {
  let moved = 0
  for (let i = 0; i < assignment.length; i++) {
    const at = i * width
    let best = 0
    let high = scores[at]
    for (let c = 1; c < k; c++) {
      if (scores[at + c] > high) {
        high = scores[at + c]
        best = c
      }
    }
    if (assignment[i] !== best) moved++
    assignment[i] = best
  }
  return moved
}

function fillEmpty(scores: Float32Array, width: number, k: number, assignment: Int32Array): void {
  const sizes = new Int32Array(k)
  for (const cluster of assignment) sizes[cluster]++
  const fit = (i: number): number => scores[i * width + assignment[i]]
  for (let c = 0; c < k; c++) {
    if (sizes[c] > 0) continue
    let worst = -1
    for (let i = 0; i < assignment.length; i++) {
      if (sizes[assignment[i]] > 1 && (worst < 0 || fit(i) < fit(worst))) worst = i
    }
    if (worst < 0) return
    sizes[assignment[worst]]--
    assignment[worst] = c
    sizes[c] = 1
  }
}

/** Takes the rows that moved from the sums of the cluster where they were `counted` to those of the one where they are. */
function countMoves(
  { rows, starts, indices, values }: Csr,
  counted: Int32Array,
  assignment: Int32Array,
  width: number,
  sums: Float64Array,
): void {
  for (let i = 0; i < rows; i++) {
    const [from, to] = [counted[i], assignment[i]]
    if (from === to) continue
    for (let e = starts[i]; e < starts[i + 1]; e++) {
      const at = indices[e] * width
      sums[at + to] += values[e]
      if (from >= 0) sums[at + from] -= values[e]
    }
    counted[i] = to
  }
}

/** Sums of the rows (columns × width) as unit centroids; a cluster without any keeps the one that it had. */
function toMeanDirections(sums: Float64Array, width: number, k: number, centroids: Float32Array): void {
  const squares = new Float64Array(width)
  for (let at = 0; at < sums.length; at += width) {
    for (let c = 0; c < k; c++) squares[c] += sums[at + c] * sums[at + c]
  }
  const scales = squares.map((square) => (square === 0 ? 0 : 1 / Math.sqrt(square)))
  for (let at = 0; at < sums.length; at += width) {
    for (let c = 0; c < k; c++) if (scales[c] !== 0) centroids[at + c] = sums[at + c] * scales[c]
  }
}
