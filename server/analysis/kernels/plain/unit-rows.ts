import type { Kernels } from '../kernels.ts'

export const unitRows: Kernels['unitRows'] = (dense, rows, width) => {
  for (let at = 0; at < rows * width; at += width) {
    let sum = 0
    for (let j = 0; j < width; j++) sum += dense[at + j] * dense[at + j]
    if (sum < 1e-12) {
      dense.fill(0, at, at + width)
      continue
    }
    const scale = 1 / Math.sqrt(sum)
    for (let j = 0; j < width; j++) dense[at + j] *= scale
  }
}
