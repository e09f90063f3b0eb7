import { expect, it } from 'vitest'
import { averageLinkage, cutIntoClusters } from '../../../../server/analysis/math/average-linkage.ts'

// Heights as scipy.cluster.hierarchy.average gives them for this matrix.
const FOUR = [0, 2, 6, 10, 2, 0, 5, 9, 6, 5, 0, 4, 10, 9, 4, 0]

it('joins like SciPy', () => {
  expect(averageLinkage(Float32Array.from(FOUR), 4)).toEqual([
    { a: 0, b: 1, height: 2 },
    { a: 2, b: 3, height: 4 },
    { a: 4, b: 5, height: 7.5 },
  ])
})

it('cuts into as many clusters as asked', () => {
  const joins = averageLinkage(Float32Array.from(FOUR), 4)
  expect([...cutIntoClusters(joins, 4, 2)]).toEqual([0, 0, 1, 1])
  expect([...cutIntoClusters(joins, 4, 3)]).toEqual([0, 0, 1, 2])
  expect([...cutIntoClusters(joins, 4, 1)]).toEqual([0, 0, 0, 0])
  expect([...cutIntoClusters(joins, 4, 9)]).toEqual([0, 1, 2, 3])
  expect([...cutIntoClusters(averageLinkage(new Float32Array(1), 1), 1, 1)]).toEqual([0])
})
