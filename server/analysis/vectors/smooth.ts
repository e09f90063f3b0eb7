import type { Kernels } from '../kernels/kernels.ts'
import type { LatentVectors } from './latent-vectors.ts'
import type { Neighbours } from './neighbours.ts'

/** Neighbours that a paper is moved towards, at most: its nearest. */
export const SMOOTHING_NEIGHBOURS = 15

/**
 * Moves each paper half-way to the mean of its nearest neighbours, weighed by squared similarity, so that a paper that says little is placed by those it resembles. New unit
 * vectors; those given stay.
 */
export function smooth(
  kernels: Kernels,
  { vectors, rows, dimensions }: LatentVectors,
  neighbours: Neighbours,
): LatentVectors {
  const smoothed = kernels.int16(rows * dimensions)
  kernels.smooth(vectors, rows, dimensions, neighbours, Math.min(SMOOTHING_NEIGHBOURS, neighbours.count), smoothed)
  return { vectors: smoothed, rows, dimensions }
}
