import { expect, it } from 'vitest'
import { plainKernels } from '../../../../server/analysis/kernels/plain/plain-kernels.ts'
import { createRandom } from '../../../../server/analysis/math/random.ts'
import type { Csr } from '../../../../server/analysis/matrix/csr.ts'
import { csr } from '../../../support/csr.ts'
import { truncatedSvd } from '../../../../server/analysis/vectors/truncated-svd.ts'
import { latentVectors } from '../../../../server/analysis/vectors/latent-vectors.ts'

it('finds the singular values of a diagonal matrix', () => {
  const diagonal = csr([
    [3, 0, 0],
    [0, 2, 0],
    [0, 0, 1],
    [0, 0, 0],
  ])
  const { singularValues, dimensions } = truncatedSvd(plainKernels, diagonal, 4, createRandom(1))
  expect(dimensions).toBe(4)
  expect([...singularValues].map((value) => Math.round(value * 1e4) / 1e4)).toEqual([3, 2, 1, 0])
})

const latent = (matrix: Csr, dimensions: number, seed: number): ReturnType<typeof latentVectors> =>
  latentVectors(plainKernels, matrix, dimensions, createRandom(seed))

it('keeps cosines where it keeps every dimension', () => {
  const random = createRandom(4)
  const rows = Array.from({ length: 9 }, () =>
    Array.from({ length: 8 }, () => (random.next() < 0.5 ? 0 : random.next())),
  )
  const { scores, dimensions } = latent(csr(rows), 8, 2)
  const cosine = (a: number[], b: number[]): number =>
    a.reduce((sum, value, i) => sum + value * b[i], 0) /
    Math.sqrt(a.reduce((s, v) => s + v * v, 0) * b.reduce((s, v) => s + v * v, 0))
  for (let i = 0; i < 9; i++) {
    for (let j = 0; j < i; j++) {
      let sum = 0
      for (let d = 0; d < dimensions; d++) sum += scores[i * dimensions + d] * scores[j * dimensions + d]
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
  expect(latent(csr(gap), 4, 1).scores.slice(4, 8)).toEqual(new Float32Array(4))
  expect(Math.abs(latent(csr([[0.6, 0.8]]), 4, 1).scores[0])).toBeCloseTo(1, 6)
})
