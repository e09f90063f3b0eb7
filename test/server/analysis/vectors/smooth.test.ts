import { expect, it } from 'vitest'
import { plainKernels } from '../../../../server/analysis/kernels/plain/plain-kernels.ts'
import type { Neighbours } from '../../../../server/analysis/vectors/neighbours.ts'
import { smooth } from '../../../../server/analysis/vectors/smooth.ts'
import { wholeVectors } from '../../../support/whole-vectors.ts'

/** Two neighbours a paper; the third paper has one, the fourth none. */
const NEIGHBOURS: Neighbours = {
  n: 4,
  count: 2,
  ids: Int32Array.from([1, 2, 0, 2, 0, -1, -1, -1]),
  similarity: Float32Array.from([0.6, 0.2, 0.6, -0.5, 0.2, -2, -2, -2]),
  order: Int32Array.of(0, 1, 2, 3),
}

it('moves a paper half-way to its neighbours and leaves one without neighbours where it is', () => {
  const latent = { vectors: wholeVectors([1, 0, 0, 1, 1, 0, 0, -1]), rows: 4, dimensions: 2 }
  const alone = { ...NEIGHBOURS, similarity: Float32Array.from([0.6, -0.2, 0.6, -0.5, 0.2, -2, -2, -2]) }
  const { vectors } = smooth(plainKernels, latent, alone)
  expect(vectors).toEqual(wholeVectors([Math.SQRT1_2, Math.SQRT1_2, Math.SQRT1_2, Math.SQRT1_2, 1, 0, 0, -1]))
  expect(latent.vectors.subarray(0, 2)).toEqual(wholeVectors([1, 0]))
})

it('shares a neighbourhood out by squared similarity, nothing to what is unlike or missing', () => {
  const latent = { vectors: wholeVectors([1, 0, 0, 1, 0, -1, 0, 1]), rows: 4, dimensions: 2 }
  const { vectors } = smooth(plainKernels, latent, NEIGHBOURS)
  // Nine tenths of what is up, one tenth of what is down.
  const length = Math.hypot(1, 0.8)
  expect(vectors.subarray(0, 2)).toEqual(wholeVectors([1 / length, 0.8 / length]))
})
