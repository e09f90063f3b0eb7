import type { Kernels } from '../kernels.ts'
import { transpose } from '../../matrix/transpose.ts'
import { selectRows } from '../../matrix/csr.ts'

export const packColumns: Kernels['packColumns'] = (matrix, some) => {
  const { starts, indices, values } = transpose(some === undefined ? matrix : selectRows(matrix, some))
  const entries = indices.map((row, e) => (some?.[row] ?? row) | (Math.min(255, values[e]) << 24))
  return { columns: matrix.columns, starts, entries }
}
