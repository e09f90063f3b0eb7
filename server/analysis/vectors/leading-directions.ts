import { four } from '../kernels/four.ts'
import type { Kernels } from '../kernels/kernels.ts'
import type { Csr } from '../matrix/csr.ts'
import type { Random } from '../math/random.ts'
import { orthonormalize } from './orthonormalize.ts'

/** Orthonormal columns (columns of the matrix × width, row-major, in the memory of the kernels); `width` is a multiple of four. */
export interface Basis {
  directions: Float32Array
  width: number
}

/** Directions beyond those that are wanted: the last ones of a basis are the least sure. */
const OVERSAMPLING = 12

/**
 * A basis that holds the `rank` largest right singular vectors of a sparse matrix, and some directions more. The matrix is in the memory of the kernels.
 * Method: randomised subspace iteration, Halko, Martinsson and Tropp, SIAM Review 53 (2011), algorithm 4.4, with Cholesky-QR between iterations.
 */
export function leadingDirections(
  kernels: Kernels,
  matrix: Csr,
  rank: number,
  iterations: number,
  random: Random,
  onDone: (share: number) => void = () => {},
): Basis {
  const { rows, columns } = matrix
  const used = Math.max(1, Math.min(rank + OVERSAMPLING, rows, columns))
  const width = four(used)
  // Any directions do that no other favours; uniform numbers are made ten times as fast as normal ones.
  const directions = kernels.bareFloat32(columns * width)
  kernels.randomNumbers(directions, random.below(2 ** 31))
  // Beyond what there is the rows are filled up with zeros.
  if (used < width) for (let i = 1; i <= columns; i++) directions.fill(0, i * width - (width - used), i * width)
  kernels.scope(() => {
    const transposed = kernels.transpose(matrix)
    const projected = kernels.bareFloat32(rows * width)
    orthonormalize(kernels, directions, columns, width, 1)
    for (let i = 0; i < iterations; i++) {
      kernels.multiply(matrix, directions, width, projected)
      kernels.multiply(transposed, projected, width, directions)
      // Between iterations it is enough that no direction runs into another.
      orthonormalize(kernels, directions, columns, width, i === iterations - 1 ? 2 : 1)
      onDone((i + 1) / iterations)
    }
  })
  return { directions, width }
}
