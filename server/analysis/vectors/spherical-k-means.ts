import { fillEmpty } from '../kernels/fill-empty.ts'
import { copyInt16, type Kernels } from '../kernels/kernels.ts'
import type { ClusterRun } from '../kernels/cluster-kernels.ts'
import { meanDirections } from '../kernels/mean-directions.ts'

/** A partition of unit vectors into k clusters. */
export interface Clustering {
  k: number
  /** Vector → cluster, 0…k−1: length n. */
  assignment: Int32Array
  /** Sum of the cosines of the vectors to their centroids: the larger the better. */
  objective: number
  /** Unit centroids, k × dimensions, row-major. */
  centroids: Int16Array
}

/**
 * Runs of k-means over some vectors each (`kernels.clusterRuns`), side by side: they have nothing to do with each other. Returns what each makes of its members, and how
 * well they fit their centroids.
 */
export function clusterApart(
  kernels: Kernels,
  vectors: Int16Array,
  dimensions: number,
  runs: readonly ClusterRun[],
  maxRounds: number,
): { assignment: Int32Array; objective: number }[] {
  return kernels.scope(() => {
    const all = kernels.int32(runs.reduce((sum, { members }) => sum + members.length, 0))
    const objectives = kernels.clusterRuns(vectors, dimensions, runs, maxRounds, all)
    let first = 0
    return runs.map(({ members }, i) => {
      const assignment = all.slice(first, first + members.length)
      first += members.length
      return { assignment, objective: objectives[i] }
    })
  })
}

/** The unit mean directions of the clusters of some vectors (n × dimensions): k × dimensions. */
export function centroidsOf(
  kernels: Kernels,
  vectors: Int16Array,
  dimensions: number,
  assignment: Int32Array,
  k: number,
): Int16Array {
  const centroids = new Int16Array(k * dimensions)
  kernels.scope(() => {
    const clusters = kernels.int32(assignment.length)
    clusters.set(assignment)
    meanDirections(kernels.sums(vectors, clusters.length, dimensions, clusters, k), k, dimensions, centroids)
  })
  return centroids
}

/**
 * Lloyd's rounds from given unit centroids (k × dimensions) until no more than a share `calm` of the vectors moves (default 0.1%), or `maxRounds`: spherical k-means, after
 * Dhillon and Modha, "Concept decompositions for large sparse text data", Machine Learning 42 (2001).
 */
export function refineClustering(
  kernels: Kernels,
  vectors: Int16Array,
  n: number,
  dimensions: number,
  start: Int16Array,
  k: number,
  maxRounds: number,
  calm = 0.001,
): Clustering {
  return kernels.scope(() => {
    const centroids = copyInt16(kernels, start)
    const assignment = kernels.int32(n).fill(-1)
    const similarity = kernels.float32(n)
    for (let round = 0; round < maxRounds; round++) {
      const changed = kernels.assign(vectors, n, dimensions, centroids, k, assignment, similarity)
      if (changed <= n * calm) break
      fillEmpty(assignment, similarity, n, k)
      meanDirections(kernels.sums(vectors, n, dimensions, assignment, k), k, dimensions, centroids)
    }
    let objective = 0
    for (let i = 0; i < n; i++) objective += similarity[i]
    return { k, assignment: Int32Array.from(assignment), objective, centroids: Int16Array.from(centroids) }
  })
}
