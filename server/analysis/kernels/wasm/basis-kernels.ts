import type { Csr } from '../../matrix/csr.ts'
import { type BasisKernels, normalRows, PANEL } from '../basis-kernels.ts'
import { joinParts, partItems } from '../join-parts.ts'
import type { Kernels } from '../kernels.ts'
import type { Arena } from './arena.ts'
import type { Parallel } from './kernel-names.ts'
import { places } from './places.ts'

/** The kernels of main directions in WebAssembly. `scope` gives back what its work took of the arena. */
export function createBasisKernels(arena: Arena, scope: Kernels['scope'], parallel: Parallel): BasisKernels {
  /** Has the rows of a matrix added up to a panel: each shard of them writes a part, and the parts are joined. */
  const addRows = (
    kernel: 'normalProduct' | 'randomMixture',
    { rows, columns, starts, indices, values }: Csr,
    from: number,
    out: Float32Array,
  ): void =>
    scope(() => {
      const shard = normalRows(rows)
      const count = Math.ceil(rows / shard)
      const length = columns * PANEL
      const parts = arena.bareFloat32(count * length)
      parallel(kernel, rows, shard, [...places(starts, indices, values), columns, from, parts.byteOffset, shard])
      parallel('joinProducts', length, 16_384, [parts.byteOffset, count, length, out.byteOffset])
    })

  return {
    normalProduct(matrix, panel, out) {
      addRows('normalProduct', matrix, panel.byteOffset, out)
    },

    randomMixture(matrix, seed, out) {
      addRows('randomMixture', matrix, seed, out)
    },

    panelProducts: (panels, count, rows, panel) =>
      scope(() => {
        const shard = partItems(rows)
        const length = count * PANEL * PANEL
        const parts = arena.float64(Math.ceil(rows / shard) * length)
        const of = [panels.byteOffset, rows * PANEL * 4, count, panel.byteOffset, parts.byteOffset]
        parallel('panelProducts', rows, shard, [...of, shard])
        return joinParts(parts, Math.ceil(rows / shard), length)
      }),

    mixPanels(panels, count, rows, factors, width, out, isFirst) {
      const of = [panels.byteOffset, rows * PANEL * 4, count, factors.byteOffset, width, out.byteOffset]
      parallel('mixPanels', rows, 256, [...of, isFirst ? 1 : 0])
    },
  }
}
