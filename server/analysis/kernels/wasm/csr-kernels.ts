import type { Csr } from '../../matrix/csr.ts'
import type { Kernels } from '../kernels.ts'
import type { Arena } from './arena.ts'
import type { Parallel } from './kernel-names.ts'
import { places } from './places.ts'

/** The kernels that take rows and columns of sparse matrices out in WebAssembly. `scope` gives back what its work took of the arena. */
export function createCsrKernels(
  arena: Arena,
  scope: Kernels['scope'],
  parallel: Parallel,
): Pick<Kernels, 'transpose' | 'packColumns' | 'selectRows' | 'rowSums'> {
  /** Has the entries of a matrix, or of some of its rows, written to columns, which begin at `starts`: `write` gets, for each shard of so many rows and each column, the place of the next entry. */
  const intoColumns = (
    { rows: all, columns, starts, indices }: Csr,
    some: Int32Array | undefined,
    columnStarts: Int32Array,
    write: (next: Int32Array, shard: number) => void,
  ): void =>
    scope(() => {
      const rows = some?.length ?? all
      const shard = Math.max(1024, Math.ceil(rows / (2 * parallel.threads)))
      const shards = Math.ceil(rows / shard)
      const next = arena.int32(shards * columns)
      const from = [some?.byteOffset ?? 0, ...places(starts, indices)]
      parallel('countColumns', rows, shard, [...from, columns, next.byteOffset, shard])
      columnStarts[columns] = toPlaces(next, shards, columns, columnStarts)
      write(next, shard)
    })

  return {
    transpose(matrix: Csr) {
      const { rows, columns, starts, indices, values } = matrix
      const turned = {
        rows: columns,
        columns: rows,
        starts: arena.int32(columns + 1),
        indices: arena.bareInt32(indices.length),
        values: arena.bareFloat32(indices.length),
      }
      intoColumns(matrix, undefined, turned.starts, (next, shard) =>
        parallel('scatterColumns', rows, shard, [
          ...places(starts, indices, values),
          columns,
          next.byteOffset,
          shard,
          ...places(turned.indices, turned.values),
        ]),
      )
      return turned
    },

    packColumns(matrix, some) {
      const { rows, columns, starts, indices, values } = matrix
      const count = some?.reduce((sum, row) => sum + starts[row + 1] - starts[row], 0) ?? indices.length
      const packed = { columns, starts: arena.int32(columns + 1), entries: arena.bareInt32(count) }
      intoColumns(matrix, some, packed.starts, (next, shard) =>
        parallel('packColumns', some?.length ?? rows, shard, [
          some?.byteOffset ?? 0,
          ...places(starts, indices, values),
          columns,
          next.byteOffset,
          shard,
          packed.entries.byteOffset,
        ]),
      )
      return packed
    },

    selectRows: ({ columns, ...from }, rows) => {
      const starts = arena.bareInt32(rows.length + 1)
      starts[0] = 0
      for (let i = 0; i < rows.length; i++) {
        starts[i + 1] = starts[i] + from.starts[rows[i] + 1] - from.starts[rows[i]]
      }
      const [indices, values] = [arena.bareInt32(starts[rows.length]), arena.bareFloat32(starts[rows.length])]
      scope(() => {
        const own = arena.bareInt32(rows.length)
        own.set(rows)
        const all = places(own, from.starts, from.indices, from.values, starts, indices, values)
        parallel('selectRows', rows.length, 256, all)
      })
      return { rows: rows.length, columns, starts, indices, values }
    },

    rowSums({ rows, starts, indices, values }, factors, out) {
      parallel('rowSums', rows, 512, places(starts, indices, values, factors, out))
    },
  }
}

/** Turns the entries of each column in each shard (shards × columns) into the place of the first of them; `starts` gets those of the columns. Returns their number. */
function toPlaces(counts: Int32Array, shards: number, columns: number, starts: Int32Array): number {
  let place = 0
  for (let column = 0; column < columns; column++) {
    starts[column] = place
    for (let at = column; at < shards * columns; at += columns) {
      const count = counts[at]
      counts[at] = place
      place += count
    }
  }
  return place
}
