import { PANEL } from '../basis-kernels.ts'
import type { Company, CompanyKernels } from '../company-kernels.ts'
import type { Kernels } from '../kernels.ts'
import type { Arena } from './arena.ts'
import type { Parallel } from './kernel-names.ts'
import { places } from './places.ts'

/** Terms whose company is found at a time where it is kept, in rooms for all that it may be. */
const AT_ONCE = 256

/** The kernels of the company of terms in WebAssembly. `scope` gives back what its work took of the arena. */
export function createCompanyKernels(arena: Arena, scope: Kernels['scope'], parallel: Parallel): CompanyKernels {
  const argumentsOf = ({ byTerm, byPaper, contexts, logTotals, powers, weights, logAll }: Company): number[] => {
    const padded = arena.float64(whole(contexts))
    padded.set(weights.subarray(0, contexts))
    return [
      ...[byTerm, byPaper].flatMap(({ starts, indices, values }) => places(starts, indices, values)),
      contexts,
      ...places(logTotals, powers, padded),
      logAll,
    ]
  }
  /** Room for each thread to work in, all zeros: where it begins, and its bytes for one thread. */
  const scratch = (bytes: number): number[] => {
    const room = Math.ceil(bytes / 64) * 64
    return [arena.bytes(room * parallel.threads).byteOffset, room]
  }

  return {
    companyRows(company, from, to) {
      const { contexts } = company
      const rows = to - from
      const starts = arena.int32(rows + 1)
      // As much as there may be: what is never written takes addresses, but no memory.
      const values = arena.bareFloat32(rows * contexts)
      const indices = arena.bareInt32(rows * contexts)
      scope(() => {
        const strip = Math.min(rows, AT_ONCE)
        const given = argumentsOf(company)
        const own = scratch(8 * whole(contexts))
        const room = places(arena.bareInt32(strip * contexts), arena.bareFloat32(strip * contexts))
        const counts = arena.bareInt32(strip)
        for (let first = 0; first < rows; first += strip) {
          const some = Math.min(strip, rows - first)
          const args = [...given, from + first, ...own, ...room, counts.byteOffset]
          parallel('companyRows', some, 2, args)
          for (let i = 0; i < some; i++) starts[first + i + 1] = starts[first + i] + counts[i]
          const to = [starts.byteOffset + 4 * first, ...places(indices, values)]
          parallel('packCompany', some, 32, [contexts, ...room, ...to])
        }
      })
      const entries = starts[rows]
      arena.shrink(indices, entries)
      return {
        rows,
        columns: contexts,
        starts,
        indices: indices.subarray(0, entries),
        values: values.subarray(0, entries),
      }
    },

    companyTimes: (company, from, to, dense, width, out) =>
      scope(() => {
        const { contexts } = company
        const panels = arena.bareFloat32(contexts * Math.ceil(width / PANEL) * PANEL)
        for (let column = 0; column < width; column += PANEL) {
          const panel = panels.byteOffset + column * contexts * 4
          parallel('layOutColumns', contexts, 2048, [dense.byteOffset, column, width, panel])
        }
        const own = scratch(8 * whole(contexts) + 8 * contexts + 8)
        const args = [...argumentsOf(company), from, ...own, panels.byteOffset, width, out.byteOffset]
        parallel('companyTimes', to - from, 16, args)
      }),
  }
}

/** So many contexts, rounded up to those that are looked at at a time. */
function whole(contexts: number): number {
  return Math.ceil(contexts / 64) * 64
}
