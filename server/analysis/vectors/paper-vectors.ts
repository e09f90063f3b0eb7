import { multiply } from '../kernels/products.ts'
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
 * words. Each half is centred first. `counts` and `matrix` (TF-IDF) are papers × terms with the same entries.
 */
export function paperVectors(
  counts: Csr,
  matrix: Csr,
  random: Random,
  onDone: (share: number) => void = () => {},
): LatentVectors {
  const { rows } = matrix
  const latent = latentVectors(matrix, DIMENSIONS, random, (share) => onDone(0.5 * share))
  const words = wordVectors(counts, DIMENSIONS, random, (share) => onDone(0.5 + 0.4 * share))
  const company = new Float32Array(rows * words.dimensions)
  multiply(matrix, words.vectors, words.dimensions, company)
  for (const [vectors, width] of [
    [latent.vectors, latent.dimensions],
    [company, words.dimensions],
  ] as const) {
    centreRows(vectors, rows, width)
    normalizeRows(vectors, rows, width)
  }
  const terms = medianTerms(matrix)
  const shortness = Math.min(1, FEW_TERMS / terms)
  const both = beside(
    latent.vectors,
    latent.dimensions,
    Math.min(1, terms / ENOUGH_TERMS),
    company,
    words.dimensions,
    shortness * Math.sqrt(shortness),
    rows,
  )
  return { vectors: both, rows, dimensions: latent.dimensions + words.dimensions }
}

/** Two sets of vectors side by side, each times its weight, as unit rows. */
function beside(
  a: Float32Array,
  aWidth: number,
  aWeight: number,
  b: Float32Array,
  bWidth: number,
  bWeight: number,
  rows: number,
): Float32Array {
  const width = aWidth + bWidth
  const both = new Float32Array(rows * width)
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < aWidth; j++) both[i * width + j] = a[i * aWidth + j] * aWeight
    for (let j = 0; j < bWidth; j++) both[i * width + aWidth + j] = b[i * bWidth + j] * bWeight
  }
  normalizeRows(both, rows, width)
  return both
}

/** Distinct terms of the median paper, of those that have any. */
function medianTerms({ rows, starts }: Csr): number {
  const lengths = Int32Array.from({ length: rows }, (_, i) => starts[i + 1] - starts[i])
    .filter((length) => length > 0)
    .sort()
  return lengths.length === 0 ? 1 : lengths[lengths.length >> 1]
}
