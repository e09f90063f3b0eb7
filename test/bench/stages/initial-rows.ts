import { copyCsr } from '../../../server/analysis/kernels/kernels.ts'
import { createRandom } from '../../../server/analysis/math/random.ts'
import { seedRows } from '../sparse/seed-centroids.ts'
import { SEED, type Stage } from './stage.ts'

/** Rows that stand for the initial centroids of `sparse-K`, ours and the peer's alike. Saves `initial-K`. */
export function initialRows(k: number): Stage {
  return {
    name: `initial-${k}`,
    title: `initial centroids, k = ${k}`,
    on: 'most',
    needs: ['text'],
    start({ kernels, data }) {
      const matrix = copyCsr(kernels, data.matrix('tf-idf'))
      return () => {
        const rows = seedRows(kernels, matrix, k, createRandom(SEED, 910))
        return { save: () => data.save(`initial-${k}`, Int32Array.from(rows)) }
      }
    },
  }
}
