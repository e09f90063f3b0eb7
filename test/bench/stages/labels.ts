import { labelGroupings } from '../../../server/analysis/labels/label-topics.ts'
import { findPhrases } from '../../../server/analysis/labels/phrases.ts'
import { foldTokens } from '../../../server/analysis/text/read-corpus.ts'
import { readTokens } from '../../../server/analysis/text/read-tokens.ts'
import { leastPapers } from '../../../server/analysis/topics/least-papers.ts'
import { readPapers } from '../corpus/read-papers.ts'
import { loadTopics } from './load-topics.ts'
import { type Stage, TOPICS } from './stage.ts'

/** Phrases, and the names of the topics. */
export const labels: Stage = {
  name: 'labels',
  title: 'phrases, labels',
  on: 'both',
  needs: ['text', `topics-${TOPICS}`],
  async start({ kernels, files, data }) {
    const corpus = foldTokens(readTokens(await readPapers(files), undefined, kernels), 'singular', kernels)
    const topicOf = loadTopics(data)
    const least = Math.max(2, Math.floor(leastPapers(corpus.n) / 5))
    return () => {
      const phrases = findPhrases(kernels, corpus, least)
      labelGroupings(kernels, corpus, phrases, [{ groupOf: topicOf, k: TOPICS }])
      return { figures: () => ({ phrases: phrases.count }) }
    }
  },
}
