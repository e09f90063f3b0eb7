import { describe, expect, it } from 'vitest'
import { plainKernels } from '../../../../server/analysis/kernels/plain/plain-kernels.ts'
import { createRandom } from '../../../../server/analysis/math/random.ts'
import { farBetween, seeds, seedsAmong } from '../../../../server/analysis/vectors/k-means-seeds.ts'

const DIMENSIONS = 8

/** Unit vectors, of which every seventh is there twice. */
function unitVectors(n: number): Float32Array {
  const random = createRandom(3, n)
  const rows = Array.from({ length: n }, () => Array.from({ length: DIMENSIONS }, () => random.next() - 0.5))
  const all = rows.map((row, i) => (i % 7 === 6 ? rows[i - 1] : row))
  return Float32Array.from(all.flatMap((row) => row.map((value) => value / Math.hypot(...row))))
}

describe('seeds', () => {
  it.each([
    [1, 1],
    [9, 4],
    [50, 12],
    [50, 50],
  ])('of %i vectors, %i of them, are the same from all distances', (n, k) => {
    const vectors = unitVectors(n)
    const far = farBetween(plainKernels, vectors, n, DIMENSIONS)
    for (let seed = 1; seed <= 5; seed++) {
      const wanted = seeds(plainKernels, vectors, n, DIMENSIONS, k, createRandom(seed, 1))
      expect(seedsAmong(far, n, k, createRandom(seed, 1))).toEqual(wanted)
    }
  })

  it('lie far from each other', () => {
    const vectors = Float32Array.from(
      Array.from({ length: 60 }, (_, i) =>
        Array.from({ length: DIMENSIONS }, (_one, d) => (d === i % 4 ? 1 : 0)),
      ).flat(),
    )
    const rows = seeds(plainKernels, vectors, 60, DIMENSIONS, 4, createRandom(1, 1))
    expect([...rows].map((row) => row % 4).toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3])
  })
})
