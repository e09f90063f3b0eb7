import { groupIntoThemes } from '../../../server/analysis/topics/themes.ts'
import { loadLatent } from './load-latent.ts'
import { loadTopics } from './load-topics.ts'
import { SEED, type Stage, TOPICS } from './stage.ts'

/** Topics to themes. */
export const themes: Stage = {
  name: 'themes',
  title: 'themes',
  on: 'both',
  needs: ['vectors', `topics-${TOPICS}`],
  start({ kernels, data }) {
    const latent = loadLatent(kernels, data)
    const [rows, topicOf] = [data.int32('rows'), loadTopics(data)]
    return () => {
      groupIntoThemes(kernels, latent, rows, topicOf, TOPICS, SEED)
      return {}
    }
  },
}
