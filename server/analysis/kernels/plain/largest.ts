import type { Kernels } from '../kernels.ts'

export const largest: Kernels['largest'] = (scores, rows, width, k, assignment, values) => {
  let moved = 0
  for (let i = 0; i < rows; i++) {
    let best = 0
    let high = -Infinity
    for (let c = 0; c < k; c++) {
      if (scores[i * width + c] > high) {
        high = scores[i * width + c]
        best = c
      }
    }
    if (assignment[i] !== best) moved++
    assignment[i] = best
    values[i] = high
  }
  return moved
}
