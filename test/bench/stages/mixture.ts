import { copyCsr } from '../../../server/analysis/kernels/kernels.ts'
import { mixtureWords, refineByMixture } from '../../../server/analysis/topics/mixture.ts'
import { loadNeighbours } from './load-latent.ts'
import { type Stage, TOPICS } from './stage.ts'

/** The mixture with neighbours, from the clusters of the dense k-means. */
export const mixture: Stage = {
  name: 'mixture',
  title: `mixture, k = ${TOPICS}`,
  on: 'both',
  needs: ['text', 'neighbours', `dense-${TOPICS}`],
  start({ kernels, data }) {
    const counts = copyCsr(kernels, data.matrix('counts'))
    const values = counts.values.slice()
    const near = loadNeighbours(kernels, data, counts.rows)
    const clusters = data.int32('clusters')
    return () => {
      counts.values.set(values)
      refineByMixture(kernels, mixtureWords(kernels, counts), near, clusters, TOPICS)
      return {}
    }
  },
}
