import type { Kernels } from '../kernels.ts'

export const weighCounts: Kernels['weighCounts'] = ({ indices, values }, weights, factors) => {
  for (let e = 0; e < indices.length; e++) values[e] = weights[Math.min(255, values[e])] * factors[indices[e]]
}
