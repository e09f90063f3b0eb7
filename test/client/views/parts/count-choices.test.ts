import { expect, it } from 'vitest'
import { countChoices } from '../../../../client/views/parts/count-choices.ts'
import type { AnalysisFacts, AnalysisOptions, TopicCount } from '../../../../shared/analysis.ts'

const counts: TopicCount[] = [
  { topics: 12, stability: 0.714, chosen: false, role: 'fewer' },
  { topics: 18, stability: 0.8, chosen: true, role: 'auto' },
  { topics: 31, stability: 0.66, chosen: false, role: 'more' },
]
const choices = (topics: AnalysisOptions['topics'], topicCounts = counts) =>
  countChoices({ options: { topics, seed: 1 }, facts: { topicCounts } as AnalysisFacts })
const chosen = (at: number): TopicCount[] => counts.map((count, i) => ({ ...count, chosen: i === at }))

it('offers what was not taken, with the evidence', () => {
  expect(choices('auto').map(({ text }) => text)).toEqual([
    'Fewer topics (12, stability 0.71)',
    'More topics (31, stability 0.66)',
  ])
  expect(choices('more', chosen(2)).map(({ text }) => text)).toEqual([
    'Fewer topics (12, stability 0.71)',
    'Back to auto (18, stability 0.80)',
  ])
})

it('says where there is no such number, and does not offer what a wish fell back on', () => {
  expect(choices('auto', counts.slice(0, 2)).at(-1)).toEqual({ choice: 'more', text: 'More topics', possible: false })
  expect(choices('more', counts.slice(0, 2)).map(({ choice }) => choice)).toEqual(['fewer'])
})

it('offers stability where a number was asked for, and both ways where an earlier version measured neither', () => {
  expect(choices(9).map(({ choice }) => choice)).toEqual(['auto'])
  const earlier = [{ topics: 18, stability: 0.8, chosen: true }]
  expect(choices('auto', earlier).every(({ possible }) => possible)).toBe(true)
})
