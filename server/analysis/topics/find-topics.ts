import type { TopicChoice, TopicCount } from '../../../shared/analysis.ts'
import { copyCsr, type Kernels } from '../kernels/kernels.ts'
import { type Csr, selectRows } from '../matrix/csr.ts'
import { createRandom, randomState, sample } from '../math/random.ts'
import { meanAgreement } from './agreement.ts'
import { candidateCounts, chooseCount, usualCount, wideCounts } from './choose-count.ts'
import { consensus, pool } from './consensus.ts'
import type { LatentVectors } from '../vectors/latent-vectors.ts'
import { nearestNeighbours, type Neighbours } from '../vectors/neighbours.ts'
import { selectLatent } from '../vectors/select-vectors.ts'
import { smooth, SMOOTHING_NEIGHBOURS } from '../vectors/smooth.ts'
import { mixtureWords, refineByMixture } from './mixture.ts'
import { leastPapers } from './least-papers.ts'
import { tryCounts } from './try-counts.ts'
import type { Witness } from './witness.ts'
import { clusterPapers } from '../vectors/cluster-papers.ts'
import { clusterApart } from '../vectors/spherical-k-means.ts'

/** From so many papers on, one large partition beats the consensus of many. */
export const LARGE = 1000

export interface FoundTopics {
  k: number
  /** Paper → topic 0…k−1: length n. */
  assignment: Int32Array
  counts: TopicCount[]
  /** The same method from other seeds. */
  witnesses: Witness[]
  agreement: number | null
}

/** Seeds that are compared with each other. */
const REPLICATES = 5
/** Collections so small that more replicates cost nothing, and steady the choice of the number of topics. */
const FEW = 200
const FEW_REPLICATES = 8
/** Differences in stability that repeat runs show, in collections that are looked at whole, and on samples of large ones. */
const NOISE = 0.03
const SAMPLE_NOISE = 0.05
/** Papers that a comparison looks at, at most. */
const WITNESS_PAPERS = 3000
/** Rounds of the mixture, at most. */
const ROUNDS = 30
/** Starts of a partition that is only compared with others. */
const WITNESS_STARTS = 3
const WITNESS_ROUNDS = 20

/**
 * Divides papers into topics: consensus clustering below about a thousand papers; above, spherical k-means of the smoothed
 * vectors, the best of ten starts, refined by a multinomial mixture with neighbours. `topics` is their number, or how it is chosen by stability.
 * Every paper must have at least one term. `counts`, `latent` and `neighbours` speak of the same papers.
 */
export function findTopics(
  kernels: Kernels,
  counts: Csr,
  latent: LatentVectors,
  neighbours: Neighbours,
  topics: number | TopicChoice,
  seed: number,
  onDone: (share: number) => void = () => {},
): FoundTopics {
  return latent.rows < LARGE
    ? bySmall(kernels, latent, topics, seed, onDone)
    : kernels.scope(() => byLarge(kernels, counts, latent, neighbours, topics, seed, onDone))
}

function bySmall(
  kernels: Kernels,
  latent: LatentVectors,
  topics: number | TopicChoice,
  seed: number,
  onDone: (share: number) => void,
): FoundTopics {
  const { rows, dimensions, vectors } = latent
  const wanted = typeof topics === 'number' ? Math.min(topics, rows) : null
  const ks = wanted === null ? candidateCounts(rows, 12) : neighboursOf(wanted, rows)
  // Cutting the same trees once more costs nothing, and leaves what the usual numbers rest on as it is.
  const wide = wanted === null ? wideCounts(rows, 5, 5) : []
  const cuts = [...ks, ...wide]
  const runs = Math.max(30, Math.min(400, Math.round(16_000 / rows)))
  const count = rows < FEW ? FEW_REPLICATES : REPLICATES
  const replicates = Array.from({ length: count }, (_, i) =>
    consensus(
      kernels,
      vectors,
      rows,
      dimensions,
      { ks, runs, seed, stream: i * 1000 },
      (share) => onDone((i + share) / count),
      cuts,
    ),
  )
  const { partitions } = pool(replicates, rows, cuts)
  const evidence = cuts.map((k) => ({
    topics: k,
    stability: meanAgreement(replicates.map((replicate) => replicate.partitions.get(k)!)) ?? 1,
    coverage: coverage(partitions.get(k)!, leastPapers(rows)),
    wide: wide.includes(k),
  }))
  const tried =
    typeof topics !== 'number'
      ? chooseCount(evidence, NOISE, topics)
      : evidence.map((candidate) => ({
          topics: candidate.topics,
          stability: candidate.stability,
          chosen: candidate.topics === wanted,
        }))
  const { topics: k, stability } = tried.find(({ chosen }) => chosen)!
  const papers = Int32Array.from({ length: rows }, (_, i) => i)
  return {
    k,
    assignment: partitions.get(k)!,
    counts: tried,
    witnesses: replicates.map((replicate) => ({ papers, assignment: replicate.partitions.get(k)! })),
    agreement: k > 1 ? stability : null,
  }
}

/** A fixed number is tried with its neighbours, so that the runs differ as they would when the number is chosen. */
function neighboursOf(k: number, n: number): number[] {
  return [...new Set([k - 2, k - 1, k, k + 1, k + 2])]
    .filter((count) => count === k || (count >= 2 && count <= n))
    .sort((a, b) => a - b)
}

/** Share of the papers that are in clusters of at least `least`. */
function coverage(assignment: Int32Array, least: number): number {
  const sizes = new Map<number, number>()
  for (const cluster of assignment) sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1)
  let covered = 0
  for (const size of sizes.values()) if (size >= least) covered += size
  return assignment.length === 0 ? 1 : covered / assignment.length
}

function byLarge(
  kernels: Kernels,
  counts: Csr,
  latent: LatentVectors,
  neighbours: Neighbours,
  topics: number | TopicChoice,
  seed: number,
  onDone: (share: number) => void,
): FoundTopics {
  // The smoothed vectors are given back before the mixture takes as much again.
  const { tried, k, start } = kernels.scope(() => {
    const smoothed = smooth(kernels, latent, neighbours)
    const tried =
      typeof topics !== 'number'
        ? chooseCount(
            tryCounts(kernels, smoothed, seed, (share) => onDone(0.3 * share)),
            SAMPLE_NOISE,
            topics,
            usualCount(latent.rows),
          )
        : [{ topics: Math.min(topics, latent.rows), stability: 1, chosen: true }]
    const k = tried.find(({ chosen }) => chosen)!.topics
    onDone(0.3)
    return { tried, k, start: clusterPapers(kernels, smoothed, k, seed).assignment }
  })
  onDone(0.5)
  const papers = sample(latent.rows, WITNESS_PAPERS, createRandom(seed, 50))
  const sampleCounts = copyCsr(kernels, selectRows(counts, papers))
  const assignment = kernels.scope(() =>
    refineByMixture(kernels, mixtureWords(kernels, counts), neighbours, start, k, ROUNDS, (share) =>
      onDone(0.5 + 0.2 * share),
    ),
  )

  const sampleLatent = selectLatent(kernels, latent, papers)
  const { rows, dimensions, vectors } = sampleLatent
  const near = nearestNeighbours(kernels, vectors, rows, dimensions, Math.min(rows - 1, SMOOTHING_NEIGHBOURS), seed)
  const words = mixtureWords(kernels, sampleCounts)
  const witnesses = witnessStarts(kernels, smooth(kernels, sampleLatent, near), k, seed).map((from, i) => {
    const witness = refineByMixture(kernels, words, near, from, k, ROUNDS)
    onDone(0.7 + (0.3 * (i + 1)) / REPLICATES)
    return { papers, assignment: witness }
  })
  const agreement = k > 1 ? meanAgreement(witnesses.map((witness) => witness.assignment)) : null
  const evidence = typeof topics !== 'number' ? tried : [{ topics: k, stability: agreement ?? 1, chosen: true }]
  return { k, assignment, counts: evidence, witnesses, agreement }
}

/** Partitions of a sample that differ in their seeds, each the best of a few starts: paper → cluster. */
function witnessStarts(
  kernels: Kernels,
  { vectors, rows, dimensions }: LatentVectors,
  k: number,
  seed: number,
): Int32Array[] {
  const members = Int32Array.from({ length: rows }, (_, i) => i)
  const clusters = Math.min(k, rows)
  const runs = Array.from({ length: REPLICATES * WITNESS_STARTS }, (_, run) => ({
    members,
    k: clusters,
    state: randomState(seed, 120 + run),
  }))
  const tried = clusterApart(kernels, vectors, dimensions, runs, WITNESS_ROUNDS)
  return Array.from({ length: REPLICATES }, (_, i) => {
    const own = tried.slice(i * WITNESS_STARTS, (i + 1) * WITNESS_STARTS)
    return own.reduce((best, next) => (next.objective > best.objective ? next : best)).assignment
  })
}
