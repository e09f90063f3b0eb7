import { findPhrases } from '../../../server/analysis/labels/phrases.ts'
import { foldTokens } from '../../../server/analysis/text/read-corpus.ts'
import { readTokens } from '../../../server/analysis/text/read-tokens.ts'
import { leastPapers } from '../../../server/analysis/topics/least-papers.ts'
import { followTrends } from '../../../server/analysis/trends/follow-trends.ts'
import { paperFacts } from '../../../server/analysis/text/paper-facts.ts'
import { columnsOf } from '../../../server/analysis/trends/paper-columns.ts'
import { buildTimeline } from '../../../server/analysis/trends/timeline.ts'
import type { TrendGroup } from '../../../server/analysis/trends/topic-trends.ts'
import { findTraps } from '../../../server/analysis/trends/traps.ts'
import { choosePhrases } from '../../../server/analysis/trends/trend-phrases.ts'
import { readPapers } from '../corpus/read-papers.ts'
import { loadTopics } from './load-topics.ts'
import { type Stage, TOPICS } from './stage.ts'

/** Timeline, traps, the phrases to follow, and all that is followed and judged. Themes, a handful of groups more, are left out. */
export const trends: Stage = {
  name: 'trends',
  title: 'trends',
  on: 'both',
  needs: ['text', `topics-${TOPICS}`],
  async start({ kernels, files, data }) {
    const papers = await readPapers(files)
    const corpus = foldTokens(readTokens(papers, undefined, kernels), 'singular', kernels)
    const phrases = findPhrases(kernels, corpus, Math.max(2, Math.floor(leastPapers(corpus.n) / 5)))
    const groups = groupsOf(loadTopics(data))
    const facts = papers.map(paperFacts)
    return () => {
      const columns = columnsOf(facts)
      const timeline = buildTimeline(columns, 'auto')
      const { fields } = findTraps(timeline, columns, null)
      const chosen = choosePhrases(corpus, phrases, timeline, fields.length === 1)
      const found = followTrends(kernels, timeline, groups, chosen)
      return { figures: () => ({ phrases: found.phrases.length }) }
    }
  },
}

function groupsOf(topicOf: Int32Array): TrendGroup[] {
  const members = Array.from({ length: TOPICS }, (): number[] => [])
  topicOf.forEach((topic, paper) => members[topic]?.push(paper))
  return members.map((papers, topic) => ({ kind: 'topic', id: topic + 1, label: `topic ${topic + 1}`, papers }))
}
