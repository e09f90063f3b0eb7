import { expect, it } from 'vitest'
import { topicCoherence } from './coherence.ts'

const documents = new Map(
  Object.entries({ sea: [0, 1], tide: [0, 1], violin: [2, 3], wave: [0, 2], paper: [0, 1, 2, 3], rare: [0] }).map(
    ([word, papers]) => [word, Int32Array.from(papers)] as const,
  ),
)
const coherence = (...topics: string[][]) => topicCoherence(topics, documents, 4)

it('is 1 for words that only come together, 0 for independent ones, −1 for those that never meet', () => {
  expect(coherence(['sea', 'tide'])).toBeCloseTo(1, 12)
  expect(coherence(['sea', 'wave'])).toBeCloseTo(0, 12)
  expect(coherence(['sea', 'violin'])).toBe(-1)
  expect(coherence(['sea', 'never seen'])).toBe(-1)
})

it('is the mean of the pairs, then of the topics', () => {
  expect(coherence(['sea', 'tide', 'violin'])).toBeCloseTo(-1 / 3, 12)
  expect(coherence(['sea', 'tide', 'violin'], ['sea', 'tide'])).toBeCloseTo(1 / 3, 12)
  // ln((¼) ÷ (½ · ¼)) ÷ −ln ¼
  expect(coherence(['sea', 'rare'])).toBeCloseTo(0.5, 12)
})

it('takes a word of every paper for no evidence, and two of them for full agreement', () => {
  expect(coherence(['sea', 'paper'])).toBeCloseTo(0, 12)
  expect(coherence(['paper', 'paper'])).toBe(1)
})

it('says nothing of topics without a pair of words', () => {
  expect(coherence(['sea'], [])).toBeNull()
  expect(coherence(['sea'], ['sea', 'violin'])).toBe(-1)
})
