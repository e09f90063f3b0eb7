import { expect, it } from 'vitest'
import { plainKernels } from '../../../server/analysis/kernels/plain/plain-kernels.ts'
import { createRandom } from '../../../server/analysis/math/random.ts'
import { type Csr, normalizeRows } from '../../../server/analysis/matrix/csr.ts'
import { clusteringObjective } from './clustering-objective.ts'
import { seedRows } from './seed-centroids.ts'
import { sparseKMeans } from './sparse-k-means.ts'

/** Sixty rows of three kinds, each with five columns of its own and two that all share. */
function planted(): Csr {
  const random = createRandom(5)
  const rows = Array.from({ length: 60 }, (_, i) => {
    const own = Array.from({ length: 5 }, (_, j) => [(i % 3) * 5 + j, 0.5 + random.next()])
    return [...own, [15, random.next()], [16, random.next()]]
  })
  const matrix: Csr = {
    rows: 60,
    columns: 17,
    starts: Int32Array.from({ length: 61 }, (_, i) => i * 7),
    indices: Int32Array.from(rows.flat(), ([column]) => column),
    values: Float32Array.from(rows.flat(), ([, value]) => value),
  }
  normalizeRows(matrix)
  return matrix
}

const matrix = planted()
const cluster = (rows: readonly number[]) => sparseKMeans(plainKernels, matrix, rows, 50)

it('finds planted clusters from its own seeds, and stops when no row moves', () => {
  const { assignment, rounds } = cluster(seedRows(plainKernels, matrix, 3, createRandom(1)))
  const kinds = Array.from({ length: 3 }, (_, kind) => new Set(assignment.filter((_, i) => i % 3 === kind)))
  expect(kinds.map(({ size }) => size)).toEqual([1, 1, 1])
  expect(new Set(assignment).size).toBe(3)
  expect(rounds).toBeLessThan(10)
})

it('starts from the centroids that it is given', () => {
  expect([...cluster([0, 1, 2]).assignment.subarray(0, 6)]).toEqual([0, 1, 2, 0, 1, 2])
  expect([...cluster([2, 0, 1]).assignment.subarray(0, 6)]).toEqual([1, 2, 0, 1, 2, 0])
})

it('leaves no cluster empty', () => {
  // Two centroids are the same, and the lower number takes all.
  expect(new Set(cluster([0, 0, 1, 2]).assignment).size).toBe(4)
})

it('judges by the mean cosine to the mean direction', () => {
  const pair: Csr = {
    rows: 2,
    columns: 2,
    starts: Int32Array.of(0, 1, 2),
    indices: Int32Array.of(0, 1),
    values: Float32Array.of(1, 1),
  }
  expect(clusteringObjective(pair, Int32Array.of(0, 1))).toBeCloseTo(1)
  expect(clusteringObjective(pair, Int32Array.of(0, 0))).toBeCloseTo(Math.SQRT1_2)
})
