import { type BasisKernels, PANEL } from '../basis-kernels.ts'

const { fround } = Math

export const mixPanels: BasisKernels['mixPanels'] = (panels, count, rows, factors, width, out, isFirst) => {
  if (isFirst) out.fill(0, 0, rows * width)
  for (let row = 0; row < rows; row++) {
    const to = row * width
    for (let p = 0; p < count; p++) {
      for (let c = 0; c < PANEL; c++) {
        const value = panels[(p * rows + row) * PANEL + c]
        const at = (p * PANEL + c) * width
        for (let j = 0; j < width; j++) out[to + j] += fround(value * factors[at + j])
      }
    }
  }
}
