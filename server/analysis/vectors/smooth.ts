import type { Kernels } from '../kernels/kernels.ts'
import type { LatentVectors } from './latent-vectors.ts'
import type { Neighbours } from './neighbours.ts'

/** Neighbours that a paper is moved towards, at most. */
export const SMOOTHING_NEIGHBOURS = 15

/** The part that each neighbour has in a paper's neighbourhood: squared similarity, divided by their sum. n × count; 0 for none. */
export function neighbourShares(kernels: Kernels, { n, count, ids, similarity }: Neighbours): Float32Array {
  const shares = kernels.float32(n * count)
  for (let i = 0; i < n; i++) {
    let sum = 0
    for (let e = i * count; e < (i + 1) * count; e++) {
      if (ids[e] < 0 || similarity[e] <= 0) continue
      shares[e] = similarity[e] * similarity[e]
      sum += shares[e]
    }
    if (sum > 0) for (let e = i * count; e < (i + 1) * count; e++) shares[e] /= sum
  }
  return shares
}

/**
 * Moves each paper half-way to the mean of its neighbours, so that a paper that says little is placed by those it resembles. New unit
 * vectors; those given stay. `shares`: `neighbourShares`.
 */
export function smooth(
  kernels: Kernels,
  { vectors, rows, dimensions }: LatentVectors,
  { count, ids }: Neighbours,
  shares: Float32Array,
): LatentVectors {
  const smoothed = kernels.float32(rows * dimensions)
  kernels.smooth(vectors, rows, dimensions, ids, shares, count, smoothed)
  kernels.unitRows(smoothed, rows, dimensions)
  return { vectors: smoothed, rows, dimensions }
}
