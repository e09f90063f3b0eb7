import { fillEmpty } from '../../../server/analysis/kernels/fill-empty.ts'
import type { Kernels } from '../../../server/analysis/kernels/kernels.ts'
import { stripLength } from '../../../server/analysis/kernels/strips.ts'
import type { Csr } from '../../../server/analysis/matrix/csr.ts'

/** A partition of the rows of a sparse matrix. */
export interface SparseClustering {
  /** Row → cluster 0…k−1. */
  assignment: Int32Array
  /** Rounds of assigning until no row moved, or the most. */
  rounds: number
}

/**
 * Spherical k-means (Dhillon and Modha 2001) of the unit rows of a sparse matrix from some of them as centroids (`first`, their numbers) until no row moves, or `maxRounds`.
 * Put together from the product's kernels, for the comparison alone: the product clusters dense vectors. `matrix` is in the memory of the kernels. Rows and
 * centroids are whole numbers of 16 bits, as the product's vectors are. An empty cluster gets the row that fits its own worst.
 */
export function sparseKMeans(
  kernels: Kernels,
  matrix: Csr,
  first: readonly number[],
  maxRounds: number,
): SparseClustering {
  return kernels.scope(() => {
    const { rows, columns } = matrix
    const k = first.length
    const whole = kernels.wholeRows(matrix)
    const sums = kernels.float64(k * columns)
    const strips = kernels.int16(stripLength(k, columns))
    const fit = kernels.float32(rows)
    const assignment = kernels.int32(rows)
    const counted = kernels.int32(rows).fill(-1)
    first.forEach((row, c) => {
      for (let e = matrix.starts[row]; e < matrix.starts[row + 1]; e++) {
        sums[c * columns + matrix.indices[e]] = whole.values[e]
      }
    })
    kernels.unitStrips(sums, columns, k, strips)
    sums.fill(0)
    assignment.fill(-1)
    let rounds = 0
    while (rounds < maxRounds) {
      rounds++
      if (kernels.assignRows(whole, strips, k, assignment, fit) === 0) break
      fillEmpty(assignment, fit, rows, k)
      kernels.moveSums(whole, counted, assignment, k, sums)
      counted.set(assignment)
      kernels.unitStrips(sums, columns, k, strips)
    }
    return { assignment: Int32Array.from(assignment), rounds }
  })
}
