import type { Kernels } from '../kernels.ts'
import type { MixtureKernels } from '../mixture-kernels.ts'
import type { Arena } from './arena.ts'
import type { Parallel } from './kernel-names.ts'
import { places } from './places.ts'

/** The kernels of the mixture in WebAssembly, but for that which is much like a transpose. `scope` gives back what its work took of the arena. */
export function createMixtureKernels(
  arena: Arena,
  scope: Kernels['scope'],
  parallel: Parallel,
): Omit<MixtureKernels, 'packColumns'> {
  /** Numbers for each thread to work in. */
  const scratch = (bytes: number): number => arena.bareInt32((bytes * parallel.threads) / 4).byteOffset

  return {
    topicSums: ({ columns, starts, entries }, weights, factors, { heads, members }, width, k, out, base) =>
      scope(() => {
        const args = [...places(starts, entries, weights, factors, heads, members), width, k, out.byteOffset]
        parallel('topicSums', columns, 32, [...args, base?.byteOffset ?? 0, scratch(k * 16)])
      }),

    logStrips: (sums, terms, width, prior, logTotals, strips) =>
      scope(() => {
        const args = [sums.byteOffset, width, prior, logTotals.byteOffset, terms, strips.byteOffset]
        parallel('logStrips', terms, 512, [...args, scratch(width * 2)])
      }),

    scoreRows: ({ columns, starts, indices, values, scales }, some, strips, k, unit, width, out) =>
      scope(() => {
        const from = places(some, starts, indices, values, scales)
        const args = [...from, columns, strips.byteOffset, k, unit, out.byteOffset, width]
        parallel('scoreRows', some.length, 256, [...args, scratch(128)])
      }),

    voices({ ids, similarity, count }, papers, used, weight, out) {
      parallel('voices', papers, 1024, [...places(ids, similarity), count, used, weight, out.byteOffset])
    },

    respond: (scores, rows, width, k, logPi, { ids, count, voices, used }, before, after, assignment) =>
      scope(() => {
        const shard = 256
        const moved = arena.int32(Math.ceil(rows.length / shard))
        const heard = [...places(logPi, ids), count, voices.byteOffset, used]
        const last = places(before.heads, before.members, after.heads, after.members, assignment, moved)
        parallel('respond', rows.length, shard, [...places(scores, rows), width, k, ...heard, ...last, shard])
        return moved.reduce((sum, count) => sum + count, 0)
      }),

    scaleRows({ rows, columns, starts, indices, values: counts }, weights, factors) {
      const values = arena.int16(counts.length)
      const scales = arena.bareFloat32(rows)
      parallel('scaleRows', rows, 512, places(starts, indices, counts, weights, factors, values, scales))
      return { rows, columns, starts, indices, values, scales }
    },

    weighCounts({ rows, starts, indices, values }, weights, factors) {
      parallel('weighCounts', rows, 1024, places(starts, indices, values, weights, factors))
    },
  }
}
