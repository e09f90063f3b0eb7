import { expect, it } from 'vitest'
import { plainKernels } from '../../../../server/analysis/kernels/plain/plain-kernels.ts'
import type { Neighbours } from '../../../../server/analysis/vectors/neighbours.ts'
import { mixtureWords, refineByMixture } from '../../../../server/analysis/topics/mixture.ts'
import { csr } from '../../../support/csr.ts'

// Two subjects of two words each, and a word that both use; the last paper has that word alone.
const PAPERS = [
  [2, 1, 0, 0, 1],
  [1, 2, 0, 0, 1],
  [1, 1, 0, 0, 1],
  [0, 0, 2, 1, 1],
  [0, 0, 1, 2, 1],
  [0, 0, 1, 1, 1],
  [0, 0, 0, 0, 2],
]

/** One neighbour a paper: within its subject, and the one given for the last. */
function neighbours(ofLast: number): Neighbours {
  const ids = Int32Array.from([1, 2, 0, 4, 5, 3, ofLast])
  const similarity = new Float32Array(7).fill(0.5)
  return { n: 7, count: 1, ids, similarity, order: Int32Array.from(ids.keys()) }
}

const refined = (start: number[], ofLast: number): number[] => {
  const near = neighbours(ofLast)
  const words = mixtureWords(plainKernels, csr(PAPERS))
  return [...refineByMixture(plainKernels, words, near, Int32Array.from(start), 2)]
}

it('lets neighbours decide where words do not', () => {
  expect(refined([0, 0, 0, 1, 1, 1, 0], 3)).toEqual([0, 0, 0, 1, 1, 1, 1])
  expect(refined([0, 0, 0, 1, 1, 1, 1], 0)).toEqual([0, 0, 0, 1, 1, 1, 0])
})

it('moves a paper that the clustering put wrong to where its words and neighbours are', () => {
  expect(refined([0, 0, 1, 1, 1, 1, 0], 0).slice(0, 6)).toEqual([0, 0, 0, 1, 1, 1])
})
