import { movedRows, type SparseClusterKernels } from '../sparse-cluster-kernels.ts'

export const moveSums: SparseClusterKernels['moveSums'] = (matrix, before, now, _, sums) => {
  const { columns, starts, indices, values } = matrix
  for (const row of movedRows(before, now, matrix.rows)) {
    const [old, next] = [before[row], now[row]]
    for (let e = starts[row]; e < starts[row + 1]; e++) {
      sums[next * columns + indices[e]] += values[e]
      if (old >= 0) sums[old * columns + indices[e]] -= values[e]
    }
  }
}
