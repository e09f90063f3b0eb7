import { type BasisKernels, normalRows, PANEL } from '../basis-kernels.ts'
import type { Csr } from '../../matrix/csr.ts'
import { joinParts } from '../join-parts.ts'
import { scatter } from '../scatter.ts'

const { fround } = Math

export const normalProduct: BasisKernels['normalProduct'] = (matrix, panel, out) => {
  const { starts, indices, values } = matrix
  addRows(matrix, out, (row, sums) => {
    sums.fill(0)
    for (let e = starts[row]; e < starts[row + 1]; e++) {
      const from = indices[e] * PANEL
      for (let c = 0; c < PANEL; c++) sums[c] += fround(values[e] * panel[from + c])
    }
  })
}

export const randomMixture: BasisKernels['randomMixture'] = (matrix, seed, out) => {
  addRows(matrix, out, (row, numbers) => {
    for (let c = 0; c < PANEL; c++) numbers[c] = fround(scatter(scatter(row * PANEL + c) ^ seed)) * 2 ** -32
  })
}

/** out = matrixᵀ · the rows of 16 numbers that `fill` gives. */
function addRows(
  { rows, columns, starts, indices, values }: Csr,
  out: Float32Array,
  fill: (row: number, numbers: Float32Array) => void,
): void {
  const shard = normalRows(rows)
  const length = columns * PANEL
  const numbers = new Float32Array(PANEL)
  const parts: Float32Array[] = []
  for (let first = 0; first < rows; first += shard) {
    const part = new Float32Array(length)
    for (let row = first; row < Math.min(rows, first + shard); row++) {
      fill(row, numbers)
      for (let e = starts[row]; e < starts[row + 1]; e++) {
        const to = indices[e] * PANEL
        for (let c = 0; c < PANEL; c++) part[to + c] += fround(values[e] * numbers[c])
      }
    }
    parts.push(part)
  }
  const all = new Float64Array(parts.length * length)
  parts.forEach((part, i) => all.set(part, i * length))
  out.set(joinParts(all, parts.length, length))
}
