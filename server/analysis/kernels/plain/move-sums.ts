import type { Kernels } from '../kernels.ts'

export const moveSums: Kernels['moveSums'] = ({ rows: columns, starts, indices, values }, before, now, width, sums) => {
  for (let column = 0; column < columns; column++) {
    for (let e = starts[column]; e < starts[column + 1]; e++) {
      const [old, next] = [before[indices[e]], now[indices[e]]]
      if (old === next) continue
      sums[column * width + next] += values[e]
      if (old >= 0) sums[column * width + old] -= values[e]
    }
  }
}
