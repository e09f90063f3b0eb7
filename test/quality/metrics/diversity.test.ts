import { expect, it } from 'vitest'
import { topicDiversity } from './diversity.ts'

it('is the share of distinct words', () => {
  expect(
    topicDiversity([
      ['sea', 'tide'],
      ['tide', 'violin'],
    ]),
  ).toBe(0.75)
  expect(
    topicDiversity([
      ['sea', 'tide'],
      ['choir', 'violin'],
    ]),
  ).toBe(1)
  expect(
    topicDiversity([
      ['sea', 'tide'],
      ['sea', 'tide'],
    ]),
  ).toBe(0.5)
  expect(topicDiversity([[]])).toBeNull()
})
