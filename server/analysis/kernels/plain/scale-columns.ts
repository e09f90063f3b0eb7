import type { Kernels } from '../kernels.ts'

export const scaleColumns: Kernels['scaleColumns'] = (dense, rows, width, factors) => {
  for (let at = 0; at < rows * width; at += width) for (let d = 0; d < width; d++) dense[at + d] *= factors[d]
}
