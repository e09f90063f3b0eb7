import { nearestNeighbours } from '../../../server/analysis/vectors/neighbours.ts'
import { loadLatent } from './load-latent.ts'
import { SEED, type Stage } from './stage.ts'

/** As many as an analysis asks for. */
const NEIGHBOURS = 30

/** The nearest papers of each. Saves `neighbours`, `similarity` and `neighbour-order`. */
export const neighbours: Stage = {
  name: 'neighbours',
  title: `${NEIGHBOURS} nearest neighbours`,
  on: 'both',
  needs: ['vectors'],
  start({ kernels, data }) {
    const { vectors, rows, dimensions } = loadLatent(kernels, data)
    return () => {
      const count = Math.min(NEIGHBOURS, rows - 1)
      const { ids, similarity, order } = nearestNeighbours(kernels, vectors, rows, dimensions, count, SEED)
      return {
        save() {
          data.save('neighbours', ids)
          data.save('similarity', similarity)
          data.save('neighbour-order', order)
        },
      }
    }
  },
}
