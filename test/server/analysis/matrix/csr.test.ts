import { expect, it } from 'vitest'
import { type Csr, dropRareColumns } from '../../../../server/analysis/matrix/csr.ts'
import { csr } from '../../../support/csr.ts'

const someMatrix = (): Csr =>
  csr([
    [1, 0, 2, 0, 3],
    [0, 4, 5, 0, 0],
    [0, 0, 0, 0, 0],
    [6, 0, 0, 0, 7],
  ])

it('leaves out the columns that too few rows hold, and says which are left', () => {
  const { matrix, kept } = dropRareColumns(someMatrix(), 2)
  expect([...kept]).toEqual([0, 2, 4])
  expect(matrix).toEqual(
    csr([
      [1, 2, 3],
      [0, 5, 0],
      [0, 0, 0],
      [6, 0, 7],
    ]),
  )
})

it('leaves out what nobody holds, and may leave nothing', () => {
  expect([...dropRareColumns(someMatrix(), 1).kept]).toEqual([0, 1, 2, 4])
  const { matrix, kept } = dropRareColumns(someMatrix(), 3)
  expect(kept).toHaveLength(0)
  expect(matrix).toMatchObject({ rows: 4, columns: 0, starts: Int32Array.of(0, 0, 0, 0, 0) })
})
