import { joinParts, partItems } from '../join-parts.ts'
import type { Kernels } from '../kernels.ts'

const { fround } = Math
/** Rows whose products are summed in Float32 before they join the Float64 sum. */
const BLOCK = 256

export const gram: Kernels['gram'] = (dense, rows, width) => {
  const shard = partItems(rows)
  const count = Math.ceil(rows / shard)
  const parts = new Float64Array(count * width * width)
  const sums = new Float32Array(width * width)
  for (let from = 0; from < rows; from += shard) {
    const part = (from / shard) * width * width
    const to = Math.min(rows, from + shard)
    for (let block = from; block < to; block += BLOCK) {
      sums.fill(0)
      for (let row = block; row < Math.min(to, block + BLOCK); row++) {
        const at = row * width
        for (let i = 0; i < width; i++) {
          for (let j = i; j < width; j++) sums[i * width + j] += fround(dense[at + i] * dense[at + j])
        }
      }
      for (let i = 0; i < sums.length; i++) parts[part + i] += sums[i]
    }
  }
  const joined = joinParts(parts, count, width * width)
  for (let i = 0; i < width; i++) for (let j = 0; j < i; j++) joined[i * width + j] = joined[j * width + i]
  return joined
}
