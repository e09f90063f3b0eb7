import { copyCsr } from '../../../server/analysis/kernels/kernels.ts'
import { similarPapers } from '../../../server/analysis/map/similar-papers.ts'
import { loadNeighbours } from './load-latent.ts'
import type { Stage } from './stage.ts'

/** The similar papers of each, with the terms that they share. */
export const similar: Stage = {
  name: 'similar',
  title: 'similar papers',
  on: 'both',
  needs: ['text', 'neighbours'],
  start({ kernels, data }) {
    const matrix = copyCsr(kernels, data.matrix('tf-idf'))
    const near = loadNeighbours(kernels, data, matrix.rows)
    const rows = Int32Array.from({ length: matrix.rows }, (_, i) => i)
    return () => {
      similarPapers(kernels, matrix, rows, near)
      return {}
    }
  },
}
