import { copyCsr } from '../../../server/analysis/kernels/kernels.ts'
import { createRandom } from '../../../server/analysis/math/random.ts'
import { truncatedSvd } from '../../../server/analysis/vectors/truncated-svd.ts'
import { capturedVariance } from '../measure/captured-variance.ts'
import { SEED, type Stage } from './stage.ts'

const DIMENSIONS = 100

/** The largest 100 singular vectors of the TF-IDF. */
export const svd: Stage = {
  name: 'svd',
  title: 'SVD-100',
  on: 'both',
  needs: ['text'],
  start({ kernels, data }) {
    const matrix = copyCsr(kernels, data.matrix('tf-idf'))
    return () => {
      const random = createRandom(SEED, 1)
      const { scores } = truncatedSvd(kernels, matrix, DIMENSIONS, random)
      return { figures: () => ({ variance: capturedVariance(scores, matrix.values) }) }
    }
  },
}
