import { UNIT } from '../kernels.ts'
import type { SparseClusterKernels } from '../sparse-cluster-kernels.ts'

const { fround } = Math

export const wholeRows: SparseClusterKernels['wholeRows'] = ({ rows, columns, starts, indices, values }) => ({
  rows,
  columns,
  starts,
  indices,
  values: Int16Array.from(values, (value) => Math.floor(fround(fround(value * UNIT) + 0.5))),
})
