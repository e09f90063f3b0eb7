import { averageLinkage, cutIntoClusters } from '../math/average-linkage.ts'
import type { Kernels } from '../kernels/kernels.ts'
import { randomState } from '../math/random.ts'
import { clusterApart } from '../vectors/spherical-k-means.ts'

/** Runs that are made before their agreement is counted, and rounds of each. */
const AT_ONCE = 100
const ROUNDS = 30

/** What many runs of k-means agree on. */
export interface Consensus {
  /** Share of the runs that part two papers: n × n, symmetric. */
  apart: Float32Array
  /** Paper → cluster, for each number of clusters asked for. */
  partitions: Map<number, Int32Array>
}

/**
 * Consensus clustering of small collections: k-means runs over a range of k, the share of runs that put two papers together,
 * average linkage on that. Source: Fred and Jain, "Combining multiple clusterings using evidence accumulation", PAMI 27 (2005).
 * `vectors`: n × dimensions unit rows in the memory of the kernels. `ks`: numbers of clusters of the runs, each 1…n; their random numbers are those of the streams from
 * `stream` on. `cuts`: numbers of clusters wanted, default `ks`.
 */
export function consensus(
  kernels: Kernels,
  vectors: Int16Array,
  n: number,
  dimensions: number,
  { ks, runs, seed, stream }: { ks: readonly number[]; runs: number; seed: number; stream: number },
  onDone: (share: number) => void = () => {},
  cuts: readonly number[] = ks,
): Consensus {
  const together = new Float32Array(n * n)
  const members = Int32Array.from({ length: n }, (_, i) => i)
  for (let first = 0; first < runs; first += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, runs - first) }, (_, i) => ({
      members,
      k: ks[(first + i) % ks.length],
      state: randomState(seed, stream + first + i),
    }))
    for (const { assignment } of clusterApart(kernels, vectors, dimensions, some, ROUNDS)) {
      for (let i = 0; i < n; i++) {
        for (let j = i + 1; j < n; j++) if (assignment[i] === assignment[j]) together[i * n + j]++
      }
    }
    onDone((first + some.length) / runs)
  }
  const apart = new Float32Array(n * n)
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const value = 1 - together[i * n + j] / runs
      apart[i * n + j] = value
      apart[j * n + i] = value
    }
  }
  return { apart, partitions: partitionsOf(apart, n, cuts) }
}

/** What several consensuses of the same papers say together. */
export function pool(consensuses: readonly Consensus[], n: number, ks: readonly number[]): Consensus {
  const apart = new Float32Array(n * n)
  for (const one of consensuses) for (let i = 0; i < apart.length; i++) apart[i] += one.apart[i] / consensuses.length
  return { apart, partitions: partitionsOf(apart, n, ks) }
}

function partitionsOf(apart: Float32Array, n: number, ks: readonly number[]): Map<number, Int32Array> {
  const joins = averageLinkage(apart.slice(), n)
  return new Map(ks.map((k) => [k, cutIntoClusters(joins, n, k)]))
}
