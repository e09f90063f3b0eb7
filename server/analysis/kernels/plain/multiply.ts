import type { Kernels } from '../kernels.ts'

const { fround } = Math

export const multiply: Kernels['multiply'] = ({ rows, starts, indices, values }, dense, width, out) => {
  for (let row = 0; row < rows; row++) {
    const to = row * width
    out.fill(0, to, to + width)
    for (let e = starts[row]; e < starts[row + 1]; e++) {
      const value = values[e]
      const from = indices[e] * width
      for (let j = 0; j < width; j++) out[to + j] += fround(value * dense[from + j])
    }
  }
}
