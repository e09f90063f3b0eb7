import { joinParts, partItems } from '../join-parts.ts'
import type { Kernels } from '../kernels.ts'
import { scalesOf } from '../unit-scales.ts'
import type { Arena } from './arena.ts'
import type { Parallel } from './kernel-names.ts'
import { places } from './places.ts'

/** The kernels of sparse k-means in WebAssembly. `scope` gives back what its work took of the arena. */
export function createClusterKernels(
  arena: Arena,
  scope: Kernels['scope'],
  parallel: Parallel,
): Pick<Kernels, 'largest' | 'moveSums' | 'unitColumns'> {
  return {
    largest: (scores, rows, width, k, assignment, values) =>
      scope(() => {
        const shard = 1024
        const changed = arena.int32(Math.ceil(rows / shard))
        const out = places(assignment, values, changed)
        parallel('largest', rows, shard, [scores.byteOffset, width, k, ...out, shard])
        return changed.reduce((sum, count) => sum + count, 0)
      }),

    moveSums({ rows: columns, starts, indices, values }, before, now, width, sums) {
      const args = [...places(starts, indices, values, before, now), width, sums.byteOffset]
      parallel('moveSums', columns, 32, args)
    },

    unitColumns: (sums, rows, width, k, out) =>
      scope(() => {
        const shard = partItems(rows)
        const count = Math.ceil(rows / shard)
        const parts = arena.float64(count * k)
        parallel('columnSquares', rows, shard, [sums.byteOffset, width, k, parts.byteOffset, shard])
        const scales = arena.float64(k)
        scales.set(scalesOf(joinParts(parts, count, k)))
        parallel('scaleColumns', rows, 1024, [sums.byteOffset, width, k, ...places(scales, out)])
      }),
  }
}
