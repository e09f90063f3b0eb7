import { copyCsr } from '../../../server/analysis/kernels/kernels.ts'
import { createRandom } from '../../../server/analysis/math/random.ts'
import { clusteringObjective } from '../sparse/clustering-objective.ts'
import { seedRows } from '../sparse/seed-centroids.ts'
import { sparseKMeans } from '../sparse/sparse-k-means.ts'
import { SPARSE_ROUNDS } from './sparse.ts'
import type { Stage } from './stage.ts'

/** Seeds whose mean objective counts. */
export const SPARSE_SEEDS = 10

/** k-means on the TF-IDF from ten seeds, greedy k-means++ included. */
export function sparseSeeds(k: number): Stage {
  return {
    name: `seeds-${k}`,
    title: `the same from ${SPARSE_SEEDS} seeds, k = ${k}`,
    on: 'most',
    needs: ['text'],
    start({ kernels, data }) {
      const matrix = copyCsr(kernels, data.matrix('tf-idf'))
      return () => {
        const clusterings = Array.from({ length: SPARSE_SEEDS }, (_, i) =>
          kernels.scope(() => {
            const rows = seedRows(kernels, matrix, k, createRandom(i + 1, 920))
            return sparseKMeans(kernels, matrix, rows, SPARSE_ROUNDS)
          }),
        )
        return {
          figures: () => ({
            objective: mean(clusterings.map(({ assignment }) => clusteringObjective(matrix, assignment))),
            rounds: mean(clusterings.map(({ rounds }) => rounds)),
          }),
        }
      }
    },
  }
}

/** The mean of a few numbers. */
function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length
}
