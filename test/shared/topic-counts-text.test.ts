import { expect, it } from 'vitest'
import { countsAndTopicsText, countsText, howChosen } from '../../shared/topic-counts-text.ts'

it('says of each tried number how stable it is, and who takes it', () => {
  expect(
    countsText([
      { topics: 15, stability: 0.662, chosen: false, role: 'fewer' },
      { topics: 25, stability: 0.6, chosen: false },
      { topics: 37, stability: 0.627, chosen: true, role: 'auto' },
    ]),
  ).toBe('15 (0.66, fewer), 25 (0.60), 37 (0.63, used, auto)')
  expect(countsText([])).toBe('')
})

it('says why there are fewer topics than the number that was used', () => {
  const counts = [{ topics: 7, stability: 0.96, chosen: true }]
  expect(countsAndTopicsText(counts, 7)).toBe('7 (0.96, used)')
  expect(countsAndTopicsText(counts, 6)).toBe(
    '7 (0.96, used); 1 group too small for a topic joined another or Miscellaneous',
  )
  expect(countsAndTopicsText(counts, 5)).toBe(
    '7 (0.96, used); 2 groups too small for a topic joined another or Miscellaneous',
  )
})

it('tells a number that was asked for from one that was chosen', () => {
  expect(howChosen(12)).toBe('asked for')
  expect(howChosen('auto')).toBe('chosen by stability')
  expect(howChosen('more')).toBe('more than auto takes, chosen by stability')
})
