import type { Kernels } from '../kernels.ts'
import { STRIP } from '../strips.ts'

const { fround } = Math

export const scoreRows: Kernels['scoreRows'] = (matrix, some, strips, _k, unit, width, out) => {
  const { columns, starts, indices, values, scales } = matrix
  some.forEach((row, i) => {
    const scale = fround(scales[row] * fround(unit))
    for (let c = 0; c < width; c++) {
      const strip = Math.floor(c / STRIP) * columns
      let sum = 0
      for (let e = starts[row]; e < starts[row + 1]; e++) {
        sum += values[e] * strips[(strip + indices[e]) * STRIP + (c % STRIP)]
      }
      out[i * width + c] = fround(sum) * scale
    }
  })
}
