import { averageLinkage, cutIntoClusters } from '../math/average-linkage.ts'
import type { Random } from '../math/random.ts'
import { adjustedRandIndex } from './agreement.ts'
import { sphericalKMeans } from './spherical-k-means.ts'

/** What many runs of k-means agree on. */
export interface Consensus {
  /** Paper → cluster, for each number of clusters asked for. */
  partitions: Map<number, Int32Array>
  /** For each number: mean agreement (adjusted Rand index) of its partition with the runs of that number. */
  stability: Map<number, number>
}

/**
 * Consensus clustering of small collections: k-means runs over a range of k, the share of runs that put two papers together,
 * average linkage on that. Source: Fred and Jain, "Combining multiple clusterings using evidence accumulation", PAMI 27 (2005).
 * `vectors`: n × dimensions unit rows. `ks`: numbers of clusters wanted, each 1…n.
 */
export function consensus(
  vectors: Float32Array,
  n: number,
  dimensions: number,
  ks: readonly number[],
  runs: number,
  random: Random,
  onDone: (share: number) => void = () => {},
): Consensus {
  const together = new Float32Array(n * n)
  const byK = new Map<number, Int32Array[]>(ks.map((k) => [k, []]))
  for (let run = 0; run < runs; run++) {
    const k = ks[run % ks.length]
    const { assignment } = sphericalKMeans(vectors, n, dimensions, { k, starts: 1, maxRounds: 30 }, random)
    byK.get(k)?.push(assignment)
    for (let i = 0; i < n; i++) {
      for (let j = i + 1; j < n; j++) if (assignment[i] === assignment[j]) together[i * n + j]++
    }
    onDone((run + 1) / runs)
  }
  const dissimilarity = new Float32Array(n * n)
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const value = 1 - together[i * n + j] / runs
      dissimilarity[i * n + j] = value
      dissimilarity[j * n + i] = value
    }
  }
  const joins = averageLinkage(dissimilarity, n)
  const partitions = new Map<number, Int32Array>()
  const stability = new Map<number, number>()
  for (const k of ks) {
    const partition = cutIntoClusters(joins, n, k)
    partitions.set(k, partition)
    const own = byK.get(k) ?? []
    stability.set(
      k,
      own.reduce((sum, assignment) => sum + adjustedRandIndex(partition, assignment), 0) / Math.max(1, own.length),
    )
  }
  return { partitions, stability }
}
