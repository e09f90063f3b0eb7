import { expect, it } from 'vitest'
import { createRandom } from '../../../../server/analysis/math/random.ts'
import {
  liftPapers,
  papersOfBoth,
  papersOfEither,
  papersWithout,
  type Gains,
} from '../../../../server/analysis/search/join-hits.ts'

/** Papers that hold a word of some frequency; a gain tells whose it is. */
function hits(share: number, gain: number, seed: number): Gains {
  const random = createRandom(3, seed)
  const papers = Array.from({ length: 500 }, (_, paper) => paper).filter(() => random.next() < share)
  return { papers: Int32Array.from(papers), gains: Float64Array.from(papers, (paper) => gain + paper / 1000) }
}

/** The same the plain way: paper → gain. */
const mapOf = ({ papers, gains }: Gains): Map<number, number> =>
  new Map([...papers].map((paper, i) => [paper, gains[i]]))

it.each([
  [0.5, 0.5],
  [0.9, 0.02],
  [0.01, 0.8],
  [0.3, 0],
  [1, 1],
])('joins papers of shares %f and %f as sets do', (shareA, shareB) => {
  const [a, b] = [hits(shareA, 1, 1), hits(shareB, 10, 2)]
  const [inA, inB] = [mapOf(a), mapOf(b)]
  const sorted = (entries: [number, number][]): [number, number][] => entries.sort(([p], [q]) => p - q)
  const both = [...inA].filter(([paper]) => inB.has(paper)).map(([paper, gain]) => [paper, gain + inB.get(paper)!])
  expect([...mapOf(papersOfBoth(a, b))]).toEqual(both)
  const either = new Map(inA)
  for (const [paper, gain] of inB) either.set(paper, (either.get(paper) ?? 0) + gain)
  expect([...mapOf(papersOfEither(a, b))]).toEqual(sorted([...either]))
  const lifted = [...inA].map(([paper, gain]) => [paper, gain + (inB.get(paper) ?? 0)])
  expect([...mapOf(liftPapers(a, b))]).toEqual(lifted)
  expect([...mapOf(papersWithout(a, b.papers))]).toEqual([...inA].filter(([paper]) => !inB.has(paper)))
})
