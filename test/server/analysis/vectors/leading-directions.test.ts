import { describe, expect, it } from 'vitest'
import { plainKernels } from '../../../../server/analysis/kernels/plain/plain-kernels.ts'
import { createRandom } from '../../../../server/analysis/math/random.ts'
import { symmetricEigen } from '../../../../server/analysis/math/symmetric-eigen.ts'
import type { Csr } from '../../../../server/analysis/matrix/csr.ts'
import { leadingDirections } from '../../../../server/analysis/vectors/leading-directions.ts'
import { csr } from '../../../support/csr.ts'

/** Rows of a few columns each, the first columns more often than the last, as terms are. */
function zipf(rows: number, columns: number): Csr {
  const random = createRandom(3)
  return csr(
    Array.from({ length: rows }, () =>
      Array.from({ length: columns }, (_, c) => (random.next() < 2 / (c + 2) ? 1 : 0)),
    ),
  )
}

/** Eigenvalues of matrixᵀ · matrix, largest first. */
function trueSquares({ rows, columns, starts, indices, values }: Csr): Float64Array {
  const gram = new Float64Array(columns * columns)
  for (let row = 0; row < rows; row++) {
    for (let e = starts[row]; e < starts[row + 1]; e++) {
      for (let f = starts[row]; f < starts[row + 1]; f++)
        gram[indices[e] * columns + indices[f]] += values[e] * values[f]
    }
  }
  return symmetricEigen(gram, columns).values
}

const find = (matrix: Csr, rank: number): ReturnType<typeof leadingDirections> =>
  leadingDirections(plainKernels, matrix, rank, 0, createRandom(1))

/** Products of the first `rank` directions with each other. */
function products({ directions, width }: ReturnType<typeof find>, rank: number): number[][] {
  const columns = directions.length / width
  return Array.from({ length: rank }, (_, i) =>
    Array.from({ length: rank }, (_, j) => {
      let sum = 0
      for (let c = 0; c < columns; c++) sum += directions[c * width + i] * directions[c * width + j]
      return sum
    }),
  )
}

function expectOrthonormal(gram: number[][]): void {
  gram.forEach((row, i) => row.forEach((value, j) => expect(value).toBeCloseTo(i === j ? 1 : 0, 4)))
}

describe('leading directions', () => {
  it('hold what the largest singular vectors hold, to half a percent', () => {
    const matrix = zipf(600, 300)
    const found = find(matrix, 20)
    const best = trueSquares(matrix).subarray(0, 20)
    const sum = (squares: Float64Array): number => squares.reduce((total, square) => total + square, 0)
    expect(found.squares[0] / best[0]).toBeCloseTo(1, 5)
    expect(sum(found.squares) / sum(best)).toBeGreaterThan(0.995)
    expect(sum(found.squares) / sum(best)).toBeLessThan(1.00001)
    expectOrthonormal(products(found, 20))
  })

  it('are all that there are where as many are asked for', () => {
    const matrix = zipf(40, 30)
    const { squares } = find(matrix, 30)
    trueSquares(matrix).forEach((square, i) => expect(squares[i]).toBeCloseTo(square, 3))
  })

  it('are found where they are all of one length, which a block of sixteen cannot see at once', () => {
    const alike = csr(Array.from({ length: 50 }, (_, i) => Array.from({ length: 50 }, (_, j) => (i === j ? 1 : 0))))
    const found = find(alike, 40)
    expectOrthonormal(products(found, 40))
    for (let i = 0; i < 40; i++) expect(found.squares[i]).toBeCloseTo(1, 4)
  })

  it('are zeros beyond the rank', () => {
    const found = find(csr(Array.from({ length: 20 }, (_, i) => [i % 2, 1 - (i % 2), 0, 0, 0, 0])), 6)
    expect(found.width).toBe(8)
    expect([...found.squares.subarray(0, 3)].map(Math.round)).toEqual([10, 10, 0])
    expectOrthonormal(products(found, 2))
    expect(products(found, 6)[3][3]).toBeCloseTo(0, 5)
  })
})
