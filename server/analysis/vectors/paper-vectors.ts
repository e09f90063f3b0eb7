import { four } from '../kernels/four.ts'
import { copyFloat32, type Kernels } from '../kernels/kernels.ts'
import type { Random } from '../math/random.ts'
import type { Csr } from '../matrix/csr.ts'
import { type LatentVectors, latentVectors } from './latent-vectors.ts'
import { rankOf } from './truncated-svd.ts'
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
  const ofWords = wordDimensions(matrix.columns, DIMENSIONS)
  const ofLatent = four(rankOf(DIMENSIONS, rows, matrix.columns))
  const dimensions = ofLatent + ofWords
  const vectors = kernels.bareInt16(rows * dimensions)
  const terms = medianTerms(matrix)
  const shortness = Math.min(1, FEW_TERMS / terms)
  const weights = [Math.min(1, terms / ENOUGH_TERMS), shortness * Math.sqrt(shortness)]
  const length = Math.sqrt(weights[0] * weights[0] + weights[1] * weights[1])
  // What one half needs is given back before the other is made.
  kernels.scope(() => {
    const { scores } = latentVectors(kernels, matrix, DIMENSIONS, random, (share) => onDone(0.5 * share))
    placeHalf(kernels, scores, rows, ofLatent, weights[0] / length, vectors, 0, dimensions)
  })
  kernels.scope(() => {
    const words = wordVectors(kernels, counts, DIMENSIONS, random, (share) => onDone(0.5 + 0.4 * share))
    const company = kernels.bareFloat32(rows * ofWords)
    kernels.multiply(matrix, words.vectors, ofWords, company)
    placeHalf(kernels, company, rows, ofWords, weights[1] / length, vectors, ofLatent, dimensions)
  })
  // Papers of which one half says nothing.
  kernels.unitVectors(vectors, rows, dimensions)
  return { vectors, rows, dimensions }
}

/** Takes the mean of the rows that are not zero off each of them, since what all papers share says nothing of one, and writes them, brought to a length, from column `at` on. */
function placeHalf(
  kernels: Kernels,
  half: Float32Array,
  rows: number,
  width: number,
  weight: number,
  vectors: Int16Array,
  at: number,
  dimensions: number,
): void {
  const sums = kernels.columnSums(half, rows, width)
  const counted = sums[width]
  const mean = copyFloat32(
    kernels,
    counted < 2 ? new Float32Array(width) : sums.subarray(0, width).map((sum) => sum / counted),
  )
  kernels.placeCentred(half, rows, width, mean, weight, vectors, at, dimensions)
}

/** Distinct terms of the median paper, of those that have any. */
function medianTerms({ rows, starts }: Csr): number {
  const longest = starts.reduce((most, start, i) => Math.max(most, start - starts[Math.max(0, i - 1)]), 0)
  /** Distinct terms → papers with so many. */
  const papers = new Int32Array(longest + 1)
  for (let i = 0; i < rows; i++) papers[starts[i + 1] - starts[i]]++
  let left = (rows - papers[0]) >> 1
  for (let terms = 1; terms <= longest; terms++) {
    if (left < papers[terms]) return terms
    left -= papers[terms]
  }
  return 1
}
