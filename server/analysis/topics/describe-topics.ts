import type { Csr } from '../matrix/csr.ts'

/** Topics as unit centroids in the space of the terms, and how each paper stands to them. */
export interface TopicFit {
  k: number
  /** k × terms, row-major, unit rows. */
  centroids: Float32Array
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

/** Centroids and cosines of a partition; papers with assignment −1 belong to none: they score 0 and
 * their runner-up is the nearest of all. */
export function fitTopics(matrix: Csr, assignment: Int32Array, k: number): TopicFit {
  const { columns } = matrix
  const sums = new Float64Array(k * columns)
  for (let paper = 0; paper < matrix.rows; paper++) {
    const to = assignment[paper] * columns
    if (to < 0) continue
    for (let e = matrix.starts[paper]; e < matrix.starts[paper + 1]; e++)
      sums[to + matrix.indices[e]] += matrix.values[e]
  }
  const centroids = new Float32Array(k * columns)
  const lengths = new Float64Array(k)
  // Terms × k beside k × terms: the scan over a paper's terms wants all topics of a term next to each other.
  const byTerm = new Float32Array(columns * k)
  for (let c = 0; c < k; c++) {
    let length = 0
    for (let t = 0; t < columns; t++) length += sums[c * columns + t] * sums[c * columns + t]
    const scale = length > 0 ? 1 / Math.sqrt(length) : 0
    lengths[c] = Math.sqrt(length)
    for (let t = 0; t < columns; t++) {
      centroids[c * columns + t] = sums[c * columns + t] * scale
      byTerm[t * k + c] = centroids[c * columns + t]
    }
  }
  const score = new Float32Array(matrix.rows)
  const scoreWithoutSelf = new Float32Array(matrix.rows)
  const runnerUp = new Int32Array(matrix.rows).fill(-1)
  const runnerUpScore = new Float32Array(matrix.rows)
  const cosine = new Float64Array(k)
  for (let paper = 0; paper < matrix.rows; paper++) {
    const own = assignment[paper]
    cosine.fill(0)
    for (let e = matrix.starts[paper]; e < matrix.starts[paper + 1]; e++) {
      const at = matrix.indices[e] * k
      const value = matrix.values[e]
      for (let c = 0; c < k; c++) cosine[c] += value * byTerm[at + c]
    }
    let second = -1
    for (let c = 0; c < k; c++) if (c !== own && (second < 0 || cosine[c] > cosine[second])) second = c
    score[paper] = own < 0 ? 0 : cosine[own]
    scoreWithoutSelf[paper] = own < 0 ? 0 : withoutSelf(cosine[own], lengths[own])
    runnerUp[paper] = second
    runnerUpScore[paper] = second < 0 ? 0 : cosine[second]
  }
  return { k, centroids, score, scoreWithoutSelf, runnerUp, runnerUpScore }
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
  const parts: { column: number; share: number }[] = []
  let total = 0
  for (let e = matrix.starts[paper]; e < matrix.starts[paper + 1]; e++) {
    const column = matrix.indices[e]
    const part = matrix.values[e] * fit.centroids[topic * matrix.columns + column]
    if (part <= 0) continue
    total += part
    parts.push({ column, share: part })
  }
  parts.sort((a, b) => b.share - a.share || a.column - b.column)
  return parts.slice(0, most).map(({ column, share }) => ({ column, share: share / total }))
}

/** Cosine of every pair of centroids: k × k, row-major. */
export function topicSimilarities(fit: TopicFit, columns: number): Float64Array {
  const { k, centroids } = fit
  const similarity = new Float64Array(k * k)
  for (let a = 0; a < k; a++) {
    for (let b = a; b < k; b++) {
      let sum = 0
      for (let t = 0; t < columns; t++) sum += centroids[a * columns + t] * centroids[b * columns + t]
      similarity[a * k + b] = sum
      similarity[b * k + a] = sum
    }
  }
  return similarity
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
