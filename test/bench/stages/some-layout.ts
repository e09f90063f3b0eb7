import { copyInt16 } from '../../../server/analysis/kernels/kernels.ts'
import { layoutMap, layoutNeighbours } from '../../../server/analysis/map/layout.ts'
import { nearestNeighbours } from '../../../server/analysis/vectors/neighbours.ts'
import { neighbourhoodPurity } from '../measure/purity.ts'
import { somePapers } from './some-papers.ts'
import { SEED, type Stage, TOPICS } from './stage.ts'

/** Neighbours and layout of the papers that `umap-js` lays out too. */
export const someLayout: Stage = {
  name: 'layout-10k',
  title: 'neighbours, layout of 10k',
  on: 'both',
  needs: ['vectors', `topics-${TOPICS}`],
  start({ kernels, data }) {
    const { n, dimensions, topics, ...some } = somePapers(data)
    const vectors = copyInt16(kernels, some.vectors)
    return () => {
      const near = nearestNeighbours(kernels, vectors, n, dimensions, layoutNeighbours(n), SEED)
      const place = layoutMap(kernels, vectors, n, dimensions, near, SEED)
      return { figures: () => ({ purity: neighbourhoodPurity(place, topics) }) }
    }
  },
}
