import { clusterPapers } from '../../../server/analysis/vectors/cluster-papers.ts'
import { loadLatent } from './load-latent.ts'
import { SEED, type Stage, TOPICS } from './stage.ts'

/** k-means on the paper vectors, as an analysis makes it: ten starts on some, then all. Saves `clusters`. */
export const dense: Stage = {
  name: `dense-${TOPICS}`,
  title: `dense k-means, k = ${TOPICS}`,
  on: 'both',
  needs: ['vectors'],
  start({ kernels, data }) {
    const latent = loadLatent(kernels, data)
    return () => {
      const found = clusterPapers(kernels, latent, TOPICS, SEED)
      return {
        figures: () => ({ objective: found.objective / latent.rows }),
        save: () => data.save('clusters', found.assignment),
      }
    }
  },
}
