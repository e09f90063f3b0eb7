import { four } from '../kernels/four.ts'
import type { Kernels } from '../kernels/kernels.ts'
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

/** The centroids, and how each paper stands to them. */
export interface TopicFit extends TopicCentroids {
  /** Paper → cosine to its own topic's centroid. */
  score: Float32Array
  /** Paper → the same with the paper itself taken out of the centroid, which it would otherwise draw to itself. */
  scoreWithoutSelf: Float32Array
  /** Paper → the nearest other topic, or −1 where there is none. */
  runnerUp: Int32Array
  /** Paper → cosine to the runner-up's centroid. */
  runnerUpScore: Float32Array
}

/** A runner-up this close to the own topic without the paper (ratio of cosines) makes a paper uncertain. */
export const UNCERTAIN_RATIO = 0.95

/** Papers whose cosines to all topics are held at a time. */
const AT_ONCE = 1 << 16

/** The centroids of a partition of the rows of `matrix`; papers with assignment −1 belong to none. */
export function topicCentroids(kernels: Kernels, matrix: Csr, assignment: Int32Array, k: number): TopicCentroids {
  const { columns, starts, indices, values } = matrix
  const width = four(k)
  const sums = new Float64Array(columns * width)
  for (let paper = 0; paper < matrix.rows; paper++) {
    const topic = assignment[paper]
    if (topic < 0) continue
    for (let e = starts[paper]; e < starts[paper + 1]; e++) sums[indices[e] * width + topic] += values[e]
  }
  const squares = new Float64Array(width)
  for (let t = 0; t < columns; t++) for (let c = 0; c < k; c++) squares[c] += sums[t * width + c] * sums[t * width + c]
  const lengths = squares.slice(0, k).map((square) => Math.sqrt(square))
  const byTerm = kernels.float32(columns * width)
  for (let t = 0; t < columns; t++) {
    for (let c = 0; c < k; c++) byTerm[t * width + c] = lengths[c] > 0 ? sums[t * width + c] / lengths[c] : 0
  }
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
  const score = new Float32Array(matrix.rows)
  const scoreWithoutSelf = new Float32Array(matrix.rows)
  const runnerUp = new Int32Array(matrix.rows).fill(-1)
  const runnerUpScore = new Float32Array(matrix.rows)
  const { rows, starts } = matrix
  const some = (first: number, count: number): void => {
    const cosines = kernels.float32(count * width)
    kernels.multiply(
      { ...matrix, rows: count, starts: starts.subarray(first, first + count + 1) },
      byTerm,
      width,
      cosines,
    )
    for (let paper = first; paper < first + count; paper++) {
      const own = assignment[paper]
      const at = (paper - first) * width
      let second = -1
      for (let c = 0; c < k; c++) if (c !== own && (second < 0 || cosines[at + c] > cosines[at + second])) second = c
      score[paper] = own < 0 ? 0 : cosines[at + own]
      scoreWithoutSelf[paper] = own < 0 ? 0 : withoutSelf(cosines[at + own], lengths[own])
      runnerUp[paper] = second
      runnerUpScore[paper] = second < 0 ? 0 : cosines[at + second]
    }
  }
  for (let first = 0; first < rows; first += AT_ONCE) kernels.scope(() => some(first, Math.min(AT_ONCE, rows - first)))
  return { ...centroids, score, scoreWithoutSelf, runnerUp, runnerUpScore }
}

/** Cosine of a unit vector to the sum of a group without it, from its cosine to the sum with it and that sum's length. */
function withoutSelf(cosine: number, length: number): number {
  const rest = length * length - 2 * cosine * length + 1
  return rest < 1e-9 ? 0 : Math.max(0, (cosine * length - 1) / Math.sqrt(rest))
}

/** The terms of a paper that bring most of its cosine to a topic, with their share of it, best first. */
export function reasonsFor(
  matrix: Csr,
  fit: TopicFit,
  paper: number,
  topic: number,
  most: number,
): { column: number; share: number }[] {
  const best: { column: number; share: number }[] = []
  let total = 0
  for (let e = matrix.starts[paper]; e < matrix.starts[paper + 1]; e++) {
    const column = matrix.indices[e]
    const share = matrix.values[e] * fit.byTerm[column * fit.width + topic]
    if (share <= 0) continue
    total += share
    // Columns ascend, so that of equals the lower one stays in front.
    if (best.length === most && share <= best[most - 1].share) continue
    let place = best.length
    while (place > 0 && share > best[place - 1].share) place--
    best.splice(place, 0, { column, share })
    if (best.length > most) best.pop()
  }
  return best.map(({ column, share }) => ({ column, share: share / total }))
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
