import { copyCsr } from '../../../server/analysis/kernels/kernels.ts'
import { clusteringObjective } from '../sparse/clustering-objective.ts'
import { sparseKMeans } from '../sparse/sparse-k-means.ts'
import type { Stage } from './stage.ts'

/** Rounds of k-means on the sparse matrix at most, ours and the peer's; both stop before where no paper moves. */
export const SPARSE_ROUNDS = 100

/** k-means on the TF-IDF from initial centroids that are given. */
export function sparse(k: number): Stage {
  return {
    name: `sparse-${k}`,
    title: `sparse k-means, k = ${k}`,
    on: 'both',
    needs: ['text', `initial-${k}`],
    start({ kernels, data }) {
      const matrix = copyCsr(kernels, data.matrix('tf-idf'))
      const first = [...data.int32(`initial-${k}`)]
      return () => {
        const { assignment, rounds } = sparseKMeans(kernels, matrix, first, SPARSE_ROUNDS)
        return { figures: () => ({ objective: clusteringObjective(matrix, assignment), rounds }) }
      }
    },
  }
}
