import type { Kernels } from '../kernels.ts'
import { transpose } from '../../matrix/transpose.ts'

export const packColumns: Kernels['packColumns'] = (matrix) => {
  const { starts, indices, values } = transpose(matrix)
  const entries = indices.map((row, e) => row | (Math.min(255, values[e]) << 24))
  return { columns: matrix.columns, starts, entries }
}
