import { four } from '../kernels/four.ts'
import type { Kernels } from '../kernels/kernels.ts'
import type { Standings } from '../kernels/topic-kernels.ts'
import type { Csr } from '../matrix/csr.ts'

/** Topics as unit centroids in the space of the terms; in the memory of the kernels. */
export interface TopicCentroids {
  k: number
  /** Numbers in a row of `byTerm`: k, rounded up to a multiple of four. */
  width: number
  /** terms × width: what the term weighs in the unit centroid of each topic. */
  byTerm: Float32Array
  /** Length of the sum of each topic's papers. */
  lengths: Float64Array
  /** Cosine of every pair of centroids: k × k. */
  similarity: Float64Array
}

/** The centroids, and how each paper stands to them: `Standings` of all papers, none of them in the memory of the kernels. */
export interface TopicFit extends TopicCentroids, Standings {}

/** A runner-up this close to the own topic without the paper (ratio of cosines) makes a paper uncertain. */
export const UNCERTAIN_RATIO = 0.95

/** Papers whose cosines to all topics are held at a time. */
const AT_ONCE = 1 << 16

/** The centroids of a partition of the rows of `matrix`; papers with assignment −1 belong to none. */
export function topicCentroids(kernels: Kernels, matrix: Csr, assignment: Int32Array, k: number): TopicCentroids {
  const { columns } = matrix
  const width = four(k)
  const byTerm = kernels.bareFloat32(columns * width)
  const lengths = kernels.topicCentroids(matrix, assignment, k, width, byTerm)
  const gram = kernels.gram(byTerm, columns, width)
  const similarity = new Float64Array(k * k)
  for (let a = 0; a < k; a++) similarity.set(gram.subarray(a * width, a * width + k), a * k)
  return { k, width, byTerm, lengths, similarity }
}

/** Centroids and cosines of a partition; papers with assignment −1 belong to none: they score 0 and
 * their runner-up is the nearest of all. `matrix`: in the memory of the kernels. */
export function fitTopics(kernels: Kernels, matrix: Csr, assignment: Int32Array, k: number): TopicFit {
  const centroids = topicCentroids(kernels, matrix, assignment, k)
  const { width, byTerm, lengths } = centroids
  const { rows, starts } = matrix
  const standings: Standings = {
    score: new Float32Array(rows),
    scoreWithoutSelf: new Float32Array(rows),
    runnerUp: new Int32Array(rows),
    runnerUpScore: new Float32Array(rows),
  }
  const some = (first: number, count: number): void => {
    const cosines = kernels.bareFloat32(count * width)
    const part = { ...matrix, rows: count, starts: starts.subarray(first, first + count + 1) }
    kernels.multiply(part, byTerm, width, cosines)
    kernels.stand(cosines, width, lengths, assignment, first, standings)
  }
  for (let first = 0; first < rows; first += AT_ONCE) kernels.scope(() => some(first, Math.min(AT_ONCE, rows - first)))
  return { ...centroids, ...standings }
}

/**
 * Papers that stand for a topic: central, yet unlike those already chosen.
 * Method: maximal marginal relevance with λ = 0.7, Carbonell and Goldstein, SIGIR 1998, among the 60 most central.
 */
export function representativePapers(matrix: Csr, fit: TopicFit, members: readonly number[], most: number): number[] {
  const pool = [...members].sort((a, b) => fit.score[b] - fit.score[a] || a - b).slice(0, 60)
  const chosen: number[] = []
  const likeness = new Map(pool.map((paper) => [paper, 0]))
  while (chosen.length < most && likeness.size > 0) {
    let best = -1
    let bestValue = -Infinity
    for (const [paper, like] of likeness) {
      const value = 0.7 * fit.score[paper] - 0.3 * like
      if (value > bestValue) {
        bestValue = value
        best = paper
      }
    }
    chosen.push(best)
    likeness.delete(best)
    for (const [paper, like] of likeness) likeness.set(paper, Math.max(like, cosine(matrix, paper, best)))
  }
  return chosen
}

function cosine(matrix: Csr, a: number, b: number): number {
  let i = matrix.starts[a]
  let j = matrix.starts[b]
  let sum = 0
  while (i < matrix.starts[a + 1] && j < matrix.starts[b + 1]) {
    const difference = matrix.indices[i] - matrix.indices[j]
    if (difference === 0) sum += matrix.values[i++] * matrix.values[j++]
    else if (difference < 0) i++
    else j++
  }
  return sum
}
