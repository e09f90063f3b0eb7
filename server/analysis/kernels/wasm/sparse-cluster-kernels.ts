import type { Kernels } from '../kernels.ts'
import { movedRows, type SparseClusterKernels } from '../sparse-cluster-kernels.ts'
import type { Arena } from './arena.ts'
import type { Parallel } from './kernel-names.ts'
import { places } from './places.ts'

/** The kernels of k-means on sparse rows in WebAssembly. `scope` gives back what its work took of the arena. */
export function createSparseClusterKernels(
  arena: Arena,
  scope: Kernels['scope'],
  parallel: Parallel,
): SparseClusterKernels {
  return {
    wholeRows({ rows, columns, starts, indices, values }) {
      const whole = arena.int16(values.length)
      parallel('wholeValues', values.length, 65_536, places(values, whole))
      return { rows, columns, starts, indices, values: whole }
    },

    assignRows: ({ rows, columns, starts, indices, values }, strips, k, assignment, similarity) =>
      scope(() => {
        const shard = 1024
        const changed = arena.int32(Math.ceil(rows / shard))
        const scratch = arena.bareInt32((32 + 2 * shard) * parallel.threads)
        const out = places(assignment, similarity, changed)
        const args = [...places(starts, indices, values), columns, strips.byteOffset, k, ...out, shard]
        parallel('assignRows', rows, shard, [...args, scratch.byteOffset])
        return changed.reduce((sum, count) => sum + count, 0)
      }),

    moveSums: ({ rows, columns, starts, indices, values }, before, now, k, sums) =>
      scope(() => {
        const found = movedRows(before, now, rows)
        const moved = arena.bareInt32(found.length)
        moved.set(found)
        const args = [moved.byteOffset, found.length, ...places(before, now, starts, indices, values), columns]
        parallel('moveSums', k, 1, [...args, sums.byteOffset])
      }),

    unitStrips: (sums, columns, k, strips) =>
      scope(() => {
        const scales = arena.float64(k)
        parallel('sumScales', k, 1, [sums.byteOffset, columns, scales.byteOffset])
        parallel('placeStrips', columns, 1024, [sums.byteOffset, columns, k, ...places(scales, strips)])
      }),
  }
}
