import { expect, it } from 'vitest'
import { createRandom } from '../../../../server/analysis/math/random.ts'
import {
  addGains,
  papersOfBoth,
  papersOfEither,
  papersWithout,
} from '../../../../server/analysis/search/join-papers.ts'

/** Papers that hold a word of some frequency. */
function papersOf(share: number, seed: number): Int32Array {
  const random = createRandom(3, seed)
  return Int32Array.from(Array.from({ length: 500 }, (_, paper) => paper).filter(() => random.next() < share))
}

it.each([
  [0.5, 0.5],
  [0.9, 0.02],
  [0.01, 0.8],
  [0.3, 0],
  [1, 1],
])('joins papers of shares %f and %f as sets do', (shareA, shareB) => {
  const [a, b] = [papersOf(shareA, 1), papersOf(shareB, 2)]
  const inB = new Set(b)
  expect([...papersOfBoth(a, b)]).toEqual([...a].filter((paper) => inB.has(paper)))
  expect([...papersOfEither(a, b)]).toEqual([...new Set([...a, ...b])].sort((p, q) => p - q))
  expect([...papersWithout(a, b)]).toEqual([...a].filter((paper) => !inB.has(paper)))
  const gains = Float64Array.from(b, (paper) => 10 + paper / 1000)
  const sums = Float64Array.from(a, (paper) => paper)
  addGains(sums, a, b, gains)
  expect([...sums]).toEqual([...a].map((paper) => paper + (inB.has(paper) ? 10 + paper / 1000 : 0)))
})
