import { joinParts, partItems } from '../join-parts.ts'
import type { Kernels } from '../kernels.ts'
import { scalesOf } from '../unit-scales.ts'

export const unitColumns: Kernels['unitColumns'] = (sums, rows, width, k, out) => {
  const shard = partItems(rows)
  const count = Math.ceil(rows / shard)
  const parts = new Float64Array(count * k)
  for (let row = 0; row < rows; row++) {
    const part = Math.floor(row / shard) * k
    for (let c = 0; c < k; c++) parts[part + c] += sums[row * width + c] * sums[row * width + c]
  }
  const scales = scalesOf(joinParts(parts, count, k))
  for (let row = 0; row < rows; row++) {
    for (let c = 0; c < k; c++) if (scales[c] !== 0) out[row * width + c] = sums[row * width + c] * scales[c]
  }
}
