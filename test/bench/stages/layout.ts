import { layoutMap } from '../../../server/analysis/map/layout.ts'
import { neighbourhoodPurity } from '../measure/purity.ts'
import { loadLatent, loadNeighbours } from './load-latent.ts'
import { SEED, type Stage, TOPICS } from './stage.ts'

/** The map of all papers, from their neighbours. */
export const layout: Stage = {
  name: 'layout',
  title: 'layout',
  on: 'both',
  needs: ['vectors', 'neighbours', `topics-${TOPICS}`],
  start({ kernels, data }) {
    const { vectors, rows, dimensions } = loadLatent(kernels, data)
    const near = loadNeighbours(kernels, data, rows)
    return () => {
      const place = layoutMap(kernels, vectors, rows, dimensions, near, SEED)
      return { figures: () => ({ purity: neighbourhoodPurity(place, data.int32('topics')) }) }
    }
  },
}
