import { expect, it } from 'vitest'
import { UNIT } from '../../../../server/analysis/kernels/kernels.ts'
import { plainKernels } from '../../../../server/analysis/kernels/plain/plain-kernels.ts'
import { createRandom } from '../../../../server/analysis/math/random.ts'
import { paperVectors } from '../../../../server/analysis/vectors/paper-vectors.ts'
import { wordVectors } from '../../../../server/analysis/vectors/word-vectors.ts'
import { csr } from '../../../support/csr.ts'

// Columns: car, automobile, engine, road, sonata, violin. `car` and `automobile` never meet, but keep the same company.
const [CAR, AUTOMOBILE, , , SONATA] = [0, 1, 2, 3, 4, 5]
const PAPERS = [
  [1, 0, 1, 0, 0, 0],
  [1, 0, 0, 1, 0, 0],
  [1, 0, 1, 1, 0, 0],
  [0, 1, 1, 0, 0, 0],
  [0, 1, 0, 1, 0, 0],
  [0, 1, 1, 1, 0, 0],
  [0, 0, 0, 0, 1, 1],
  [0, 0, 0, 0, 1, 1],
  [0, 0, 0, 0, 0, 1],
]

const cosine = (vectors: Float32Array | Int16Array, width: number, a: number, b: number): number => {
  const [x, y] = [a, b].map((row) => [...vectors.subarray(row * width, (row + 1) * width)])
  const dot = (p: number[], q: number[]): number => p.reduce((sum, value, i) => sum + value * q[i], 0)
  return dot(x, y) / Math.sqrt(dot(x, x) * dot(y, y) || 1)
}

it('brings terms together that keep the same company and never meet', () => {
  const { vectors, dimensions } = wordVectors(plainKernels, csr(PAPERS), 4, createRandom(1))
  expect(cosine(vectors, dimensions, CAR, AUTOMOBILE)).toBeGreaterThan(0.9)
  expect(Math.abs(cosine(vectors, dimensions, CAR, SONATA))).toBeLessThan(0.3)
})

it('finds papers alike whose words are different ones of one subject', () => {
  const alone = [...PAPERS, [1, 0, 0, 0, 0, 0], [0, 1, 0, 0, 0, 0]]
  const matrix = csr(alone)
  const { vectors, dimensions, rows } = paperVectors(plainKernels, matrix, matrix, createRandom(1))
  const [car, automobile] = [PAPERS.length, PAPERS.length + 1]
  expect(cosine(vectors, dimensions, car, automobile)).toBeGreaterThan(cosine(vectors, dimensions, car, 6) + 0.5)
  for (let row = 0; row < rows; row++) {
    const length = vectors
      .subarray(row * dimensions, (row + 1) * dimensions)
      .reduce((sum, value) => sum + (value / UNIT) ** 2, 0)
    expect(Math.abs(length - 1)).toBeLessThan(1e-3)
  }
})
