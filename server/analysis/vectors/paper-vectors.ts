import { four } from '../kernels/four.ts'
import type { Kernels } from '../kernels/kernels.ts'
import type { Random } from '../math/random.ts'
import type { Csr } from '../matrix/csr.ts'
import { type LatentVectors, latentVectors } from './latent-vectors.ts'
import { centreRows, normalizeRows } from './unit-rows.ts'
import { wordVectors } from './word-vectors.ts'

/** Dimensions of the latent vectors, of the word vectors, and of what is made of both. */
export const DIMENSIONS = 64
/** Distinct terms of a usual paper up to which its words' company says as much as its words. */
const FEW_TERMS = 34
/** Distinct terms from which latent semantic analysis has enough to go by. */
const ENOUGH_TERMS = 20

/**
 * Papers as unit vectors that hold both what they say (latent semantic analysis) and what company their words keep elsewhere in
 * the collection (word vectors, weighted by TF-IDF). The shorter the papers, the more the company weighs: short texts share few
 * words. Each half is centred first. `counts` and `matrix` (TF-IDF) are papers × terms with the same entries, in the memory
 * of the kernels.
 */
export function paperVectors(
  kernels: Kernels,
  counts: Csr,
  matrix: Csr,
  random: Random,
  onDone: (share: number) => void = () => {},
): LatentVectors {
  const { rows } = matrix
  const both = kernels.float32(rows * 2 * four(DIMENSIONS))
  const dimensions = kernels.scope(() => {
    const latent = latentVectors(kernels, matrix, DIMENSIONS, random, (share) => onDone(0.5 * share))
    const words = wordVectors(kernels, counts, DIMENSIONS, random, (share) => onDone(0.5 + 0.4 * share))
    const company = kernels.float32(rows * words.dimensions)
    kernels.multiply(matrix, words.vectors, words.dimensions, company)
    for (const [vectors, width] of [
      [latent.vectors, latent.dimensions],
      [company, words.dimensions],
    ] as const) {
      centreRows(vectors, rows, width)
      normalizeRows(vectors, rows, width)
    }
    const terms = medianTerms(matrix)
    const shortness = Math.min(1, FEW_TERMS / terms)
    const width = latent.dimensions + words.dimensions
    placeColumns(latent.vectors, latent.dimensions, Math.min(1, terms / ENOUGH_TERMS), both, 0, width, rows)
    const weight = shortness * Math.sqrt(shortness)
    placeColumns(company, words.dimensions, weight, both, latent.dimensions, width, rows)
    return width
  })
  const vectors = both.subarray(0, rows * dimensions)
  normalizeRows(vectors, rows, dimensions)
  return { vectors, rows, dimensions }
}

/** Writes the columns of `from` (rows × width), times a weight, into those of `to` (rows × toWidth) from column `at` on. */
function placeColumns(
  from: Float32Array,
  width: number,
  weight: number,
  to: Float32Array,
  at: number,
  toWidth: number,
  rows: number,
): void {
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < width; j++) to[i * toWidth + at + j] = from[i * width + j] * weight
  }
}

/** Distinct terms of the median paper, of those that have any. */
function medianTerms({ rows, starts }: Csr): number {
  const lengths = Int32Array.from({ length: rows }, (_, i) => starts[i + 1] - starts[i])
    .filter((length) => length > 0)
    .sort()
  return lengths.length === 0 ? 1 : lengths[lengths.length >> 1]
}
