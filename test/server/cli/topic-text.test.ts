import { expect, it } from 'vitest'
import { topicText, topicsText } from '../../../server/cli/print/topic-text.ts'
import type { Topic } from '../../../shared/topic.ts'
import { paper } from '../../support/planted-papers.ts'

const topic: Topic = {
  id: 2,
  label: 'sea \u001B[31m ice',
  terms: ['sea ice', 'floe'],
  papers: 1200,
  share: 0.24,
  themeId: 1,
  themeLabel: 'oceans',
  stability: 0.861,
  runs: { compared: 5, together: 4 },
  cohesion: 0.31,
  verdict: 'emerging',
  uncertain: 12,
  representative: ['p'],
  nearest: [{ id: 3, similarity: 0.4 }],
  x: 0,
  y: 0,
}
const term = { term: 'floe', logOdds: 2, low: 1, high: 3, z: 7.25, papersA: 90, papersB: 4 }

it('topics are a table', () => {
  const plain = { ...topic, votes: null }
  const text = topicsText([plain, { ...plain, id: 0, label: 'Miscellaneous', stability: null }])
  expect(text).toMatch(/^2 +sea  \[31m ice +1,200 +24\.0% +0\.86 +0\.31 +12 +oceans +emerging$/m)
  expect(text).toMatch(/^0 +Miscellaneous .* – +– /m)
})

it('topics show the votes of the median paper where papers have votes', () => {
  const voted = { ...topic, votes: { papers: 3, median: 12.5, total: 40 } }
  const text = topicsText([voted, { ...topic, id: 3, label: 'firn', votes: null }])
  expect(text).toMatch(/uncertain +votes +theme/)
  expect(text).toMatch(/^2 .* 12 +12\.5 +oceans/m)
  expect(text).toMatch(/^3 +firn .* 12 +– +oceans/m)
})

it('one topic says what sets it apart, what stands for it and what is near', () => {
  const text = topicText({
    ...topic,
    votes: { papers: 3, median: 12.5, total: 4000 },
    uncertainShare: 0.01,
    words: { stability: 'Stable.', cohesion: null, uncertain: null },
    nearest: [{ id: 3, similarity: 0.4, label: 'glaciers', papers: 30, themeLabel: 'oceans' }],
    representativePapers: [{ ...paper({ id: 'p', title: 'Floes' }), assignment: null }],
    distinguishing: {
      rest: [term],
      nearest: { id: 3, label: 'glaciers', more: [], less: [{ ...term, term: 'firn' }] },
    },
  })
  expect(text).toMatch(
    /^2 sea  \[31m ice\n1,200 papers, 24\.0% of all · theme oceans · emerging\nstable, together in 4 of 5/,
  )
  expect(text).toContain('\n12.5 votes for its median paper, 4,000 in all\n')
  expect(text).toMatch(/^floe +2\.00 +7\.3 +90 +4$/m)
  expect(text).toContain('\nmore in glaciers: firn\n')
  expect(text).toMatch(/^ +0\.40 +3 +glaciers +30$/m)
  expect(text).toMatch(/^ +– +p +Floes$/m)
})

it('a topic without neighbours, terms and papers is told all the same', () => {
  const text = topicText({
    ...topic,
    votes: null,
    terms: [],
    uncertainShare: 0,
    words: { stability: 'Its stability was not measured.', cohesion: null, uncertain: null },
    nearest: [],
    representativePapers: [],
    distinguishing: { rest: [], nearest: null },
  })
  expect(text.trimEnd().split('\n').at(-1)).toBe('Its stability was not measured.')
})
