import { createRandom } from '../../../server/analysis/math/random.ts'
import { sphericalKMeans } from '../../../server/analysis/vectors/spherical-k-means.ts'
import { loadLatent } from './load-latent.ts'
import { SEED, type Stage, TOPICS } from './stage.ts'

const STARTS = 3
/** As many as an analysis makes. */
const ROUNDS = 20

/** k-means on the paper vectors, all of them in every start. Saves `clusters`. */
export const dense: Stage = {
  name: `dense-${TOPICS}`,
  title: `dense k-means, k = ${TOPICS}, best of ${STARTS}`,
  on: 'both',
  needs: ['vectors'],
  start({ kernels, data }) {
    const { vectors, rows, dimensions } = loadLatent(kernels, data)
    return () => {
      const options = { k: TOPICS, starts: STARTS, maxRounds: ROUNDS }
      const found = sphericalKMeans(kernels, vectors, rows, dimensions, options, createRandom(SEED, 100))
      return {
        figures: () => ({ objective: found.objective / rows }),
        save: () => data.save('clusters', found.assignment),
      }
    }
  },
}
