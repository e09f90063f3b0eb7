import { expect, it } from 'vitest'
import { matchedAccuracy } from './matched-accuracy.ts'

/** Classes and clusters from how often each pair of them occurs. */
function accuracyOf(table: number[][]): number {
  const pairs = table.flatMap((row, i) => row.flatMap((count, j) => Array.from({ length: count }, () => [i, j])))
  return matchedAccuracy(
    Int32Array.from(pairs, ([i]) => i),
    Int32Array.from(pairs, ([, j]) => j),
  )
}

it('takes the best matching as a whole, not the best pair first', () => {
  // The pair of 4 leaves but 0 for the rest; 3 and 3 are better.
  expect(
    accuracyOf([
      [4, 3],
      [3, 0],
    ]),
  ).toBe(0.6)
})

it('matches a cluster to one class and a class to one cluster', () => {
  // More clusters than classes: the papers of the third cluster are wrong.
  expect(
    accuracyOf([
      [2, 2, 0],
      [0, 0, 1],
    ]),
  ).toBe(0.6)
  // More classes than clusters: so are those of the classes left over.
  expect(accuracyOf([[3], [2], [1]])).toBe(0.5)
})

it('is 1 for the same partition under other numbers', () => {
  expect(
    accuracyOf([
      [0, 5, 0],
      [0, 0, 2],
      [1, 0, 0],
    ]),
  ).toBe(1)
})
