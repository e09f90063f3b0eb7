import type { Kernels } from '../kernels.ts'

export const rowSums: Kernels['rowSums'] = ({ rows, starts, indices, values }, factors, out) => {
  for (let row = 0; row < rows; row++) {
    let sum = 0
    for (let e = starts[row]; e < starts[row + 1]; e++) sum += values[e] * factors[indices[e]]
    out[row] = sum
  }
}
