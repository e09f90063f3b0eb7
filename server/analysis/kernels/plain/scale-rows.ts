import type { Kernels } from '../kernels.ts'

const UNIT = 32_767

export const scaleRows: Kernels['scaleRows'] = (counts, weights, factors) => {
  const { rows, columns, starts, indices } = counts
  const values = new Int16Array(indices.length)
  const scales = new Float32Array(rows)
  const worth = (e: number): number => weights[Math.min(255, counts.values[e])] * factors[indices[e]]
  for (let row = 0; row < rows; row++) {
    let total = 0
    for (let e = starts[row]; e < starts[row + 1]; e++) total += worth(e)
    const perUnit = total > 0 ? UNIT / total : 0
    for (let e = starts[row]; e < starts[row + 1]; e++) values[e] = Math.floor(worth(e) * perUnit + 0.5)
    scales[row] = total / UNIT
  }
  return { rows, columns, starts, indices, values, scales }
}
