import { expect, it } from 'vitest'
import { transpose } from '../../../../server/analysis/matrix/transpose.ts'
import { csr } from '../../../support/csr.ts'

const MATRIX = [
  [1, 0, 2],
  [0, 0, 3],
  [0, 0, 0],
  [4, 0, 5],
]

it('turns rows into columns, a row and a column without entries included', () => {
  const turned = MATRIX[0].map((_, column) => MATRIX.map((row) => row[column]))
  expect(transpose(csr(MATRIX))).toEqual(csr(turned))
})

it('gives the matrix back when it is done twice', () => {
  expect(transpose(transpose(csr(MATRIX)))).toEqual(csr(MATRIX))
})
