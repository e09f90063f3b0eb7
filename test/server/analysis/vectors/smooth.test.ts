import { expect, it } from 'vitest'
import { plainKernels } from '../../../../server/analysis/kernels/plain/plain-kernels.ts'
import type { Neighbours } from '../../../../server/analysis/vectors/neighbours.ts'
import { neighbourShares, smooth } from '../../../../server/analysis/vectors/smooth.ts'

/** Two neighbours a paper; the third paper has one, the fourth none. */
const NEIGHBOURS: Neighbours = {
  n: 4,
  count: 2,
  ids: Int32Array.from([1, 2, 0, 2, 0, -1, -1, -1]),
  similarity: Float32Array.from([0.6, 0.2, 0.6, -0.5, 0.2, -2, -2, -2]),
}

it('shares a neighbourhood out by squared similarity, nothing to what is unlike or missing', () => {
  const shares = Array.from(neighbourShares(plainKernels, NEIGHBOURS), (share) => Math.round(share * 1e4) / 1e4)
  expect(shares).toEqual([0.9, 0.1, 1, 0, 1, 0, 0, 0])
})

it('moves a paper half-way to its neighbours and leaves one without neighbours where it is', () => {
  const latent = { vectors: Float32Array.from([1, 0, 0, 1, 1, 0, 0, -1]), rows: 4, dimensions: 2 }
  const shares = Float32Array.from([1, 0, 1, 0, 1, 0, 0, 0])
  const { vectors } = smooth(plainKernels, latent, NEIGHBOURS, shares)
  const diagonal = Math.fround(Math.SQRT1_2)
  expect(Array.from(vectors.subarray(0, 4), (value) => Math.abs(value - diagonal) < 1e-6)).toEqual([
    true,
    true,
    true,
    true,
  ])
  expect([...vectors.subarray(4)]).toEqual([1, 0, 0, -1])
  expect([...latent.vectors.subarray(0, 2)]).toEqual([1, 0])
})
