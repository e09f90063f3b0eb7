import { expect, it } from 'vitest'
import { itemVotes, votesText } from '../../../../client/views/trends/item-votes.ts'
import type { TopicIndex } from '../../../../client/hooks/use-analysis.ts'

it('votes of an item are those of its topic or theme', () => {
  const index = {
    byId: new Map([
      [1, { votes: { papers: 2, median: 12.5, total: 25 } }],
      [2, { votes: null }],
    ]),
    themes: [{ id: 1, votes: { papers: 4, median: 1, total: 9 } }],
  } as unknown as TopicIndex
  const votes = (kind: 'topic' | 'theme', id: number) => itemVotes(index, { kind, id })
  expect([votes('topic', 1), votes('topic', 2), votes('topic', 3), votes('theme', 1)]).toEqual([12.5, null, null, 1])
  expect([12.5, 1, null].map(votesText)).toEqual([', 13 votes a paper', ', 1 vote a paper', ''])
})
