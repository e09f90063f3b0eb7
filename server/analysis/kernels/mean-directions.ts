import { UNIT } from './kernels.ts'

/** Turns the sums of clusters into their mean directions, unit vectors (k × dimensions); an empty cluster keeps the centroid it had. */
export function meanDirections(sums: Float64Array, k: number, dimensions: number, centroids: Int16Array): void {
  for (let c = 0; c < k; c++) {
    let length = 0
    for (let d = 0; d < dimensions; d++) length += sums[c * dimensions + d] * sums[c * dimensions + d]
    if (length === 0) continue
    const scale = UNIT / Math.sqrt(length)
    for (let d = 0; d < dimensions; d++)
      centroids[c * dimensions + d] = Math.floor(sums[c * dimensions + d] * scale + 0.5)
  }
}
