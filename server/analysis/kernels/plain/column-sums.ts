import { joinParts, partItems } from '../join-parts.ts'
import type { Kernels } from '../kernels.ts'

export const columnSums: Kernels['columnSums'] = (dense, rows, width) => {
  const shard = partItems(rows)
  const count = Math.ceil(rows / shard)
  const parts = new Float64Array(count * (width + 1))
  for (let row = 0; row < rows; row++) {
    const part = Math.floor(row / shard) * (width + 1)
    const at = row * width
    for (let d = 0; d < width; d++) parts[part + d] += dense[at + d]
    if (dense.subarray(at, at + width).some((value) => value !== 0)) parts[part + width]++
  }
  return joinParts(parts, count, width + 1)
}
