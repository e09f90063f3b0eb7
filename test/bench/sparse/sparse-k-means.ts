import { four } from '../../../server/analysis/kernels/four.ts'
import { fillEmpty } from '../../../server/analysis/kernels/fill-empty.ts'
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
    const byColumn = kernels.transpose(matrix)
    const centroids = copyFloat32(kernels, start)
    const scores = kernels.float32(matrix.rows * width)
    const fit = kernels.float32(matrix.rows)
    const assignment = kernels.int32(matrix.rows).fill(-1)
    const counted = kernels.int32(matrix.rows).fill(-1)
    const sums = kernels.float64(matrix.columns * width)
    let rounds = 0
    while (rounds < maxRounds) {
      rounds++
      kernels.multiply(matrix, centroids, width, scores)
      if (kernels.largest(scores, matrix.rows, width, k, assignment, fit) === 0) break
      fillEmpty(assignment, fit, matrix.rows, k)
      kernels.moveSums(byColumn, counted, assignment, width, sums)
      counted.set(assignment)
      kernels.unitColumns(sums, matrix.columns, width, k, centroids)
    }
    return { assignment: Int32Array.from(assignment), rounds }
  })
}
