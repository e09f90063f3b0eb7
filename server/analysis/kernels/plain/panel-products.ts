import { type BasisKernels, PANEL } from '../basis-kernels.ts'
import { joinParts, partItems } from '../join-parts.ts'

const { fround } = Math
/** Rows whose products are summed in Float32 before they join the Float64 sum. */
const BLOCK = 256

export const panelProducts: BasisKernels['panelProducts'] = (panels, count, rows, panel) => {
  const shard = partItems(rows)
  const length = count * PANEL * PANEL
  const parts = new Float64Array(Math.ceil(rows / shard) * length)
  const sums = new Float32Array(length)
  for (let from = 0; from < rows; from += shard) {
    const part = (from / shard) * length
    const to = Math.min(rows, from + shard)
    for (let block = from; block < to; block += BLOCK) {
      sums.fill(0)
      for (let row = block; row < Math.min(to, block + BLOCK); row++) {
        for (let p = 0; p < count; p++) {
          for (let i = 0; i < PANEL; i++) {
            const value = panels[(p * rows + row) * PANEL + i]
            const at = (p * PANEL + i) * PANEL
            for (let j = 0; j < PANEL; j++) sums[at + j] += fround(value * panel[row * PANEL + j])
          }
        }
      }
      for (let i = 0; i < length; i++) parts[part + i] += sums[i]
    }
  }
  return joinParts(parts, Math.ceil(rows / shard), length)
}
