import { describe, expect, it } from 'vitest'
import { papersCsv, sharedTerms } from '../../../../client/views/explore/lasso-terms.ts'
import type { Paper } from '../../../../shared/paper.ts'
import type { Assignment } from '../../../../shared/topic.ts'
import { topic } from './topics.ts'

const assignment = (reasons: Assignment['reasons']): Assignment => ({
  paperId: 'p',
  topicId: 1,
  score: 0.25,
  runnerUpTopicId: null,
  runnerUpScore: null,
  uncertain: false,
  x: 0,
  y: 0,
  reasons,
})

describe('sharedTerms', () => {
  it('sums the shares of a term over the papers', () => {
    const assignments = [
      assignment([
        { term: 'a', share: 0.3 },
        { term: 'b', share: 0.2 },
      ]),
      assignment([{ term: 'b', share: 0.2 }]),
    ]
    expect(sharedTerms(assignments, 1)).toEqual(['b'])
  })
})

describe('papersCsv', () => {
  it('makes no formula of a title', () => {
    const paper = { id: '1', title: '=1+1', authors: ['A', 'B'], date: null, url: null } as Paper
    const topics = [topic(1)]
    const index = { topics, themes: [], count: 1, byId: new Map([[1, topics[0]]]) }
    const line = papersCsv([{ paper, assignment: assignment([]) }], index).split('\n')[1]
    expect(line).toBe("1,'=1+1,A; B,,,1,topic 1,0.25")
  })
})
