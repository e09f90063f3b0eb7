import { expect, it } from 'vitest'
import { createRandom } from '../../../../server/analysis/math/random.ts'
import { csr } from '../../../support/csr.ts'
import { truncatedSvd } from '../../../../server/analysis/vectors/truncated-svd.ts'
import { latentVectors } from '../../../../server/analysis/vectors/latent-vectors.ts'

it('finds the singular values of a diagonal matrix', () => {
  const { singularValues, dimensions } = truncatedSvd(
    csr([
      [3, 0, 0],
      [0, 2, 0],
      [0, 0, 1],
      [0, 0, 0],
    ]),
    3,
    5,
    createRandom(1),
  )
  expect(dimensions).toBe(3)
  expect([...singularValues].map((value) => Math.round(value * 1e4) / 1e4)).toEqual([3, 2, 1])
})

it('keeps cosines where it keeps every dimension', () => {
  const random = createRandom(4)
  const rows = Array.from({ length: 9 }, () =>
    Array.from({ length: 8 }, () => (random.next() < 0.5 ? 0 : random.next())),
  )
  const { vectors, dimensions } = latentVectors(csr(rows), 8, createRandom(2))
  const cosine = (a: number[], b: number[]): number =>
    a.reduce((sum, value, i) => sum + value * b[i], 0) /
    Math.sqrt(a.reduce((s, v) => s + v * v, 0) * b.reduce((s, v) => s + v * v, 0))
  for (let i = 0; i < 9; i++) {
    for (let j = 0; j < i; j++) {
      let sum = 0
      for (let d = 0; d < dimensions; d++) sum += vectors[i * dimensions + d] * vectors[j * dimensions + d]
      expect(sum).toBeCloseTo(cosine(rows[i], rows[j]), 4)
    }
  }
})

it('leaves empty rows at zero and knows one row', () => {
  const gap = [
    [1, 0],
    [0, 0],
    [0, 1],
  ]
  expect(latentVectors(csr(gap), 2, createRandom(1)).vectors.slice(2, 4)).toEqual(Float32Array.of(0, 0))
  expect(Math.abs(latentVectors(csr([[0.6, 0.8]]), 5, createRandom(1)).vectors[0])).toBeCloseTo(1, 6)
})
