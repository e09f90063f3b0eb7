import { copyCsr } from '../../../server/analysis/kernels/kernels.ts'
import { findTopics } from '../../../server/analysis/topics/find-topics.ts'
import { loadLatent, loadNeighbours } from './load-latent.ts'
import { SEED, type Stage } from './stage.ts'

/** All of the search for topics: their number where it is `auto`, ten starts, mixture, stability. Saves `topics` where the number is given. */
export function topics(wanted: number | 'auto'): Stage {
  return {
    name: `topics-${wanted}`,
    title: wanted === 'auto' ? 'topics, number chosen' : `topics, k = ${wanted}`,
    on: 'both',
    needs: ['text', 'vectors', 'neighbours'],
    start({ kernels, data }) {
      const counts = copyCsr(kernels, data.matrix('counts'))
      const latent = loadLatent(kernels, data)
      const near = loadNeighbours(kernels, data, latent.rows)
      const saved = counts.values.slice()
      return () => {
        counts.values.set(saved)
        const { k, assignment, agreement } = findTopics(kernels, counts, latent, near, wanted, SEED)
        return {
          figures: () => ({ topics: k, ...(agreement === null ? {} : { agreement }) }),
          ...(wanted === 'auto' ? {} : { save: () => data.save('topics', assignment) }),
        }
      }
    },
  }
}
