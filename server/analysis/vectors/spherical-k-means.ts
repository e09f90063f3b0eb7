import { assignDense } from '../kernels/assign.ts'
import type { Random } from '../math/random.ts'

/** A partition of unit vectors into k clusters. */
export interface Clustering {
  k: number
  /** Vector → cluster, 0…k−1: length n. */
  assignment: Int32Array
  /** Sum of the cosines of the vectors to their centroids: the larger the better. */
  objective: number
  /** Unit centroids, k × dimensions, row-major. */
  centroids: Float32Array
}

export interface KMeansOptions {
  k: number
  starts: number
  maxRounds: number
}

/**
 * Spherical k-means of unit vectors (n × dimensions, row-major), the best of several k-means++ starts.
 * Source: Dhillon and Modha, "Concept decompositions for large sparse text data", Machine Learning 42 (2001);
 * seeding: Arthur and Vassilvitskii (2007) with distance 1 − cosine.
 */
export function sphericalKMeans(
  vectors: Float32Array,
  n: number,
  dimensions: number,
  options: KMeansOptions,
  random: Random,
  onDone: (share: number) => void = () => {},
): Clustering {
  const k = Math.min(options.k, n)
  let best: Clustering | undefined
  for (let start = 0; start < options.starts; start++) {
    const centroids = seed(vectors, n, dimensions, k, random)
    const clustering = refineClustering(vectors, n, dimensions, centroids, k, options.maxRounds)
    if (best === undefined || clustering.objective > best.objective) best = clustering
    onDone((start + 1) / options.starts)
  }
  return best!
}

/** Lloyd's rounds from given unit centroids (k × dimensions; changed in place) until nothing moves or `maxRounds`. */
export function refineClustering(
  vectors: Float32Array,
  n: number,
  dimensions: number,
  centroids: Float32Array,
  k: number,
  maxRounds: number,
): Clustering {
  const assignment = new Int32Array(n).fill(-1)
  const similarity = new Float32Array(n)
  for (let round = 0; round < maxRounds; round++) {
    const changed = assignDense(vectors, n, dimensions, centroids, k, assignment, similarity)
    if (changed <= n * 0.001) break
    fillEmpty(assignment, similarity, n, k)
    meanDirections(vectors, n, dimensions, assignment, k, centroids)
  }
  let objective = 0
  for (let i = 0; i < n; i++) objective += similarity[i]
  return { k, assignment, objective, centroids }
}

/** The k unit mean directions of the members of each cluster; an empty cluster keeps the centroid it had. */
export function meanDirections(
  vectors: Float32Array,
  n: number,
  dimensions: number,
  assignment: Int32Array,
  k: number,
  centroids: Float32Array,
): void {
  const sums = new Float64Array(k * dimensions)
  for (let i = 0; i < n; i++) {
    const to = assignment[i] * dimensions
    if (to < 0) continue
    const at = i * dimensions
    for (let d = 0; d < dimensions; d++) sums[to + d] += vectors[at + d]
  }
  for (let c = 0; c < k; c++) {
    let length = 0
    for (let d = 0; d < dimensions; d++) length += sums[c * dimensions + d] * sums[c * dimensions + d]
    if (length === 0) continue
    const scale = 1 / Math.sqrt(length)
    for (let d = 0; d < dimensions; d++) centroids[c * dimensions + d] = sums[c * dimensions + d] * scale
  }
}

/** Gives each empty cluster the vector that fits its own cluster worst. */
function fillEmpty(assignment: Int32Array, similarity: Float32Array, n: number, k: number): void {
  const sizes = new Int32Array(k)
  for (let i = 0; i < n; i++) sizes[assignment[i]]++
  for (let c = 0; c < k; c++) {
    if (sizes[c] > 0) continue
    let worst = -1
    for (let i = 0; i < n; i++) {
      if (sizes[assignment[i]] > 1 && (worst < 0 || similarity[i] < similarity[worst])) worst = i
    }
    if (worst < 0) return
    sizes[assignment[worst]]--
    assignment[worst] = c
    similarity[worst] = 1
    sizes[c] = 1
  }
}

/** Greedy k-means++: of a few candidates drawn by distance, the one that lowers the distances most. */
function seed(vectors: Float32Array, n: number, dimensions: number, k: number, random: Random): Float32Array {
  const centroids = new Float32Array(k * dimensions)
  const distance = new Float64Array(n).fill(Infinity)
  const candidateDistance = new Float64Array(n)
  const bestDistance = new Float64Array(n)
  const tries = 3
  let picked = random.below(n)
  for (let c = 0; c < k; c++) {
    if (c > 0) {
      let bestTotal = Infinity
      for (let attempt = 0; attempt < tries; attempt++) {
        const candidate = draw(distance, random)
        const total = distances(vectors, n, dimensions, candidate, distance, candidateDistance)
        if (total < bestTotal) {
          bestTotal = total
          picked = candidate
          bestDistance.set(candidateDistance)
        }
      }
      distance.set(bestDistance)
    } else {
      distances(vectors, n, dimensions, picked, distance, bestDistance)
      distance.set(bestDistance)
    }
    centroids.set(vectors.subarray(picked * dimensions, (picked + 1) * dimensions), c * dimensions)
  }
  return centroids
}

/** out[i] = min(distance[i], 1 − cosine to vector `to`); returns the sum. */
function distances(
  vectors: Float32Array,
  n: number,
  dimensions: number,
  to: number,
  distance: Float64Array,
  out: Float64Array,
): number {
  let total = 0
  const at = to * dimensions
  for (let i = 0; i < n; i++) {
    let s = 0
    const from = i * dimensions
    for (let d = 0; d < dimensions; d++) s += vectors[from + d] * vectors[at + d]
    const value = Math.max(0, 1 - s)
    out[i] = value < distance[i] ? value : distance[i]
    total += out[i]
  }
  return total
}

function draw(weights: Float64Array, random: Random): number {
  let total = 0
  for (let i = 0; i < weights.length; i++) total += weights[i]
  let rest = random.next() * total
  for (let i = 0; i < weights.length; i++) {
    rest -= weights[i]
    if (rest < 0) return i
  }
  return weights.length - 1
}
