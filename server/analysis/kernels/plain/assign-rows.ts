import { UNIT } from '../kernels.ts'
import type { SparseClusterKernels } from '../sparse-cluster-kernels.ts'
import { STRIP } from '../strips.ts'

const { fround } = Math
const SQUARE = fround(1 / (UNIT * UNIT))

export const assignRows: SparseClusterKernels['assignRows'] = (matrix, strips, k, assignment, similarity) => {
  const { rows, columns, starts, indices, values } = matrix
  let moved = 0
  for (let row = 0; row < rows; row++) {
    let best = 0
    let high = -Infinity
    for (let c = 0; c < k; c++) {
      const strip = Math.floor(c / STRIP) * columns
      let sum = 0
      for (let e = starts[row]; e < starts[row + 1]; e++) {
        sum += values[e] * strips[(strip + indices[e]) * STRIP + (c % STRIP)]
      }
      if (sum > high) {
        high = sum
        best = c
      }
    }
    if (assignment[row] !== best) moved++
    assignment[row] = best
    similarity[row] = fround(high) * SQUARE
  }
  return moved
}
