import type { Kernels } from '../kernels.ts'

const { fround } = Math

export const multiply: Kernels['multiply'] = ({ rows, starts, indices, values }, dense, width, out, some) => {
  for (let i = 0; i < (some?.length ?? rows); i++) {
    const row = some?.[i] ?? i
    const to = i * width
    out.fill(0, to, to + width)
    for (let e = starts[row]; e < starts[row + 1]; e++) {
      const value = values[e]
      const from = indices[e] * width
      for (let j = 0; j < width; j++) out[to + j] += fround(value * dense[from + j])
    }
  }
}
