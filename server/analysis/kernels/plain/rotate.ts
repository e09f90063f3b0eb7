import type { Kernels } from '../kernels.ts'

const { fround } = Math

export const rotate: Kernels['rotate'] = (dense, rows, width, directions, rank, out) => {
  const row = new Float32Array(rank)
  for (let i = 0; i < rows; i++) {
    row.fill(0)
    for (let a = 0; a < width; a++) {
      const value = dense[i * width + a]
      // Zeros change no sum.
      for (let j = 0; j < rank; j++) row[j] += fround(value * directions[a * rank + j])
    }
    out.set(row, i * rank)
  }
}
