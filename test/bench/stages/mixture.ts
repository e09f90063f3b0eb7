import { copyCsr } from '../../../server/analysis/kernels/kernels.ts'
import { dampCounts, refineByMixture } from '../../../server/analysis/topics/mixture.ts'
import { firstNeighbours } from '../../../server/analysis/vectors/neighbours.ts'
import { neighbourShares, SMOOTHING_NEIGHBOURS } from '../../../server/analysis/vectors/smooth.ts'
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
    const words = { ...counts, values: kernels.float32(counts.values.length) }
    const near = firstNeighbours(kernels, loadNeighbours(kernels, data, counts.rows), SMOOTHING_NEIGHBOURS)
    const shares = neighbourShares(kernels, near)
    const clusters = data.int32('clusters')
    return () => {
      words.values.set(counts.values)
      dampCounts(words)
      refineByMixture(kernels, words, near, shares, clusters, TOPICS)
      return {}
    }
  },
}
