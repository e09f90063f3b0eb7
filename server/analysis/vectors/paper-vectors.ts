import { four } from '../kernels/four.ts'
import type { Kernels } from '../kernels/kernels.ts'
import type { Random } from '../math/random.ts'
import type { Csr } from '../matrix/csr.ts'
import { type LatentVectors, latentVectors } from './latent-vectors.ts'
import { placeCentred } from './place-centred.ts'
import { wordDimensions, wordVectors } from './word-vectors.ts'

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
  const terms = medianTerms(matrix)
  const shortness = Math.min(1, FEW_TERMS / terms)
  const ofWords = wordDimensions(matrix.columns, DIMENSIONS)
  // What one half needs is given back before the other is made.
  const dimensions = kernels.scope(() => {
    const latent = latentVectors(kernels, matrix, DIMENSIONS, random, (share) => onDone(0.5 * share))
    const width = latent.dimensions + ofWords
    placeCentred(latent.vectors, latent.dimensions, rows, Math.min(1, terms / ENOUGH_TERMS), both, 0, width)
    return width
  })
  kernels.scope(() => {
    const words = wordVectors(kernels, counts, DIMENSIONS, random, (share) => onDone(0.5 + 0.4 * share))
    const company = kernels.float32(rows * ofWords)
    kernels.multiply(matrix, words.vectors, ofWords, company)
    const weight = shortness * Math.sqrt(shortness)
    placeCentred(company, ofWords, rows, weight, both, dimensions - ofWords, dimensions)
  })
  const vectors = both.subarray(0, rows * dimensions)
  kernels.unitRows(vectors, rows, dimensions)
  return { vectors, rows, dimensions }
}

/** Distinct terms of the median paper, of those that have any. */
function medianTerms({ rows, starts }: Csr): number {
  const lengths = Int32Array.from({ length: rows }, (_, i) => starts[i + 1] - starts[i])
    .filter((length) => length > 0)
    .sort()
  return lengths.length === 0 ? 1 : lengths[lengths.length >> 1]
}
