import { four } from '../../../server/analysis/kernels/four.ts'
import type { Kernels } from '../../../server/analysis/kernels/kernels.ts'
import type { Random } from '../../../server/analysis/math/random.ts'
import type { Csr } from '../../../server/analysis/matrix/csr.ts'
import { toDenseColumns } from './dense-columns.ts'

/**
 * Greedy k-means++ over the unit rows of a sparse matrix: of 2 + ln k candidates drawn by their distance 1 − cosine (as many as
 * scikit-learn draws), the one that lowers the sum of
 * the distances most. Returns the rows chosen. Source: Arthur and Vassilvitskii, "k-means++", SODA 2007, section 5.
 */
export function seedRows(kernels: Kernels, matrix: Csr, k: number, random: Random): number[] {
  return kernels.scope(() => {
    const tries = 2 + Math.floor(Math.log(k))
    const width = four(tries)
    const dense = kernels.float32(matrix.columns * width)
    const cosines = kernels.float32(matrix.rows * width)
    const distance = new Float64Array(matrix.rows).fill(2)
    const chosen: number[] = []
    while (chosen.length < k) {
      const candidates =
        chosen.length === 0 ? [random.below(matrix.rows)] : Array.from({ length: tries }, () => draw(distance, random))
      toDenseColumns(matrix, candidates, width, dense)
      kernels.multiply(matrix, dense, width, cosines)
      const totals = candidates.map((_, c) => {
        let sum = 0
        for (let i = 0; i < matrix.rows; i++) sum += Math.min(distance[i], 1 - cosines[i * width + c])
        return sum
      })
      const best = totals.indexOf(Math.min(...totals))
      for (let i = 0; i < matrix.rows; i++) distance[i] = Math.min(distance[i], 1 - cosines[i * width + best])
      chosen.push(candidates[best])
    }
    return chosen
  })
}

function draw(weights: Float64Array, random: Random): number {
  let total = 0
  for (const weight of weights) total += Math.max(0, weight)
  let rest = random.next() * total
  for (let i = 0; i < weights.length; i++) {
    rest -= Math.max(0, weights[i])
    if (rest < 0) return i
  }
  return weights.length - 1
}
