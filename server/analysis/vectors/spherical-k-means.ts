import type { Random } from '../math/random.ts'
import { copyFloat32, type Kernels } from '../kernels/kernels.ts'
import { seeds, seedsAmong } from './k-means-seeds.ts'

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
  /** 1 − cosine of every two vectors, n × n (`farBetween`), where many runs over few vectors ask for them again and again. */
  far?: Float64Array
}

/**
 * Spherical k-means of unit vectors (n × dimensions, row-major), the best of several k-means++ starts.
 * Source: Dhillon and Modha, "Concept decompositions for large sparse text data", Machine Learning 42 (2001);
 * seeding: Arthur and Vassilvitskii (2007) with distance 1 − cosine.
 */
export function sphericalKMeans(
  kernels: Kernels,
  vectors: Float32Array,
  n: number,
  dimensions: number,
  options: KMeansOptions,
  random: Random,
  onDone: (share: number) => void = () => {},
): Clustering {
  const { far } = options
  const k = Math.min(options.k, n)
  let best: Clustering | undefined
  for (let start = 0; start < options.starts; start++) {
    const rows = far ? seedsAmong(far, n, k, random) : seeds(kernels, vectors, n, dimensions, k, random)
    const centroids = rowsOf(vectors, rows, dimensions)
    const clustering = refineClustering(kernels, vectors, n, dimensions, centroids, k, options.maxRounds)
    if (best === undefined || clustering.objective > best.objective) best = clustering
    onDone((start + 1) / options.starts)
  }
  return best!
}

/** Lloyd's rounds from given unit centroids (k × dimensions) until no more than a share `calm` of the vectors moves (default 0.1%), or `maxRounds`. */
export function refineClustering(
  kernels: Kernels,
  vectors: Float32Array,
  n: number,
  dimensions: number,
  start: Float32Array,
  k: number,
  maxRounds: number,
  calm = 0.001,
): Clustering {
  return kernels.scope(() => {
    const centroids = copyFloat32(kernels, start)
    const assignment = kernels.int32(n).fill(-1)
    const similarity = kernels.float32(n)
    for (let round = 0; round < maxRounds; round++) {
      const changed = kernels.assign(vectors, n, dimensions, centroids, k, assignment, similarity)
      if (changed <= n * calm) break
      fillEmpty(assignment, similarity, n, k)
      toMeanDirections(kernels.sums(vectors, n, dimensions, assignment, k), k, dimensions, centroids)
    }
    let objective = 0
    for (let i = 0; i < n; i++) objective += similarity[i]
    return { k, assignment: Int32Array.from(assignment), objective, centroids: Float32Array.from(centroids) }
  })
}

/** Turns the sums of clusters into their unit mean directions, k × dimensions; an empty cluster keeps the centroid it had. */
export function toMeanDirections(sums: Float64Array, k: number, dimensions: number, centroids: Float32Array): void {
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

/** Some vectors, one after the other. */
function rowsOf(vectors: Float32Array, rows: Int32Array, dimensions: number): Float32Array {
  const some = new Float32Array(rows.length * dimensions)
  rows.forEach((row, i) => some.set(vectors.subarray(row * dimensions, (row + 1) * dimensions), i * dimensions))
  return some
}
