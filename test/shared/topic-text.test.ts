import { expect, it } from 'vitest'
import { cohesionText, stabilityBadge, stabilityText, uncertainText } from '../../shared/topic-text.ts'

it('says in how many runs a topic stays together', () => {
  const topic = { id: 1, stability: 0.86, runs: { compared: 5, together: 5 } }
  expect(stabilityBadge(topic)).toBe('stable, together in 5 of 5 runs')
  expect(stabilityText(topic)).toBe(
    'Stable: it stays together in 5 of 5 runs with other seeds, which share 86% of it on average.',
  )
  expect(stabilityText({ ...topic, stability: 0.3, runs: { compared: 1, together: 0 } })).toMatch(
    /^Loose: .* 0 of 1 run /,
  )
})

it('does with less where an earlier version measured less, or nothing', () => {
  expect(stabilityBadge({ stability: 0.6 })).toBe('fairly stable, 60%')
  expect(stabilityText({ id: 1, stability: 0.6 })).toMatch(/^Fairly stable: 60% of it stays together/)
  expect(stabilityBadge({ stability: null })).toBeNull()
  expect(stabilityText({ id: 1, stability: null })).toMatch(/not measured/)
  expect(stabilityText({ id: 0, stability: null })).toMatch(/no topic/)
})

it('sets the cohesion of a topic beside that of the others', () => {
  const topics = [0.3, 0.2, 0.4].map((cohesion, i) => ({ id: i + 1, cohesion }))
  expect(cohesionText(topics[0], [...topics, { id: 0, cohesion: 0 }])).toBe(
    'Its papers are 0.30 of 1 alike to its middle (mean cosine), more than in 1 of the 2 other topics.',
  )
  expect(cohesionText(topics[1], topics)).toMatch(/the least of all 3 topics\.$/)
  expect(cohesionText(topics[2], topics)).toMatch(/the most of all 3 topics\.$/)
  expect(cohesionText(topics[0], [topics[0]])).toMatch(/\(mean cosine\)\.$/)
  expect(cohesionText({ id: 0, cohesion: 0 }, topics)).toBeNull()
})

it('says how many papers are uncertain', () => {
  expect(uncertainText({ uncertain: 4, papers: 40 })).toBe('4 of 40 papers (10%) are nearly as close to another topic.')
  expect(uncertainText({ uncertain: 0, papers: 40 })).toBeNull()
})
