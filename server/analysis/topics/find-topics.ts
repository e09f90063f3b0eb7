import type { TopicChoice, TopicCount } from '../../../shared/analysis.ts'
import { copyCsr, type Kernels } from '../kernels/kernels.ts'
import { type Csr, selectRows } from '../matrix/csr.ts'
import { createRandom, sample } from '../math/random.ts'
import { meanAgreement } from './agreement.ts'
import { candidateCounts, chooseCount, usualCount, wideCounts } from './choose-count.ts'
import { consensus, pool } from './consensus.ts'
import type { LatentVectors } from '../vectors/latent-vectors.ts'
import { firstNeighbours, nearestNeighbours, type Neighbours } from '../vectors/neighbours.ts'
import { selectLatent } from '../vectors/select-vectors.ts'
import { neighbourShares, smooth, SMOOTHING_NEIGHBOURS } from '../vectors/smooth.ts'
import { dampCounts, refineByMixture } from './mixture.ts'
import { leastPapers } from './least-papers.ts'
import { tryCounts } from './try-counts.ts'
import type { Witness } from './witness.ts'
import { sphericalKMeans, refineClustering } from '../vectors/spherical-k-means.ts'

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
/** Papers on which the restarts of a large partition compete. */
const START_PAPERS = 8000
const STARTS = 10
/** Rounds after which the starts of a large partition are compared, and those of the one that goes on. */
const START_ROUNDS = 8
const ROUNDS = 20
/** Share of the papers of a large partition that may still move when the mixture takes over. */
const CALM = 0.01
/** Starts of a partition that is only compared with others. */
const WITNESS_STARTS = 3

/**
 * Divides papers into topics: consensus clustering below about a thousand papers; above, spherical k-means of the smoothed
 * vectors, the best of ten starts, refined by a multinomial mixture with neighbours. `topics` is their number, or how it is chosen by stability.
 * Every paper must have at least one term. `counts`, `latent` and `neighbours` speak of the same papers. The counts may be damped for the mixture: they are nobody's afterwards.
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
      ks,
      runs,
      createRandom(seed, i),
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
  const whole = around(kernels, counts, firstNeighbours(kernels, neighbours, SMOOTHING_NEIGHBOURS))
  // The smoothed vectors are given back before the mixture takes as much again.
  const { tried, k, start } = kernels.scope(() => {
    const smoothed = smooth(kernels, latent, whole.neighbours, whole.shares)
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
    return { tried, k, start: cluster(kernels, smoothed, k, seed, 0, STARTS, (share) => onDone(0.3 + 0.2 * share)) }
  })
  const papers = sample(latent.rows, WITNESS_PAPERS, createRandom(seed, 50))
  const sampleCounts = copyCsr(kernels, selectRows(counts, papers))
  dampCounts(sampleCounts)
  dampCounts(counts)
  const assignment = refine(kernels, whole, start, k, (share) => onDone(0.5 + 0.2 * share))

  const sampleLatent = selectLatent(kernels, latent, papers)
  const { rows, dimensions, vectors } = sampleLatent
  const part = around(
    kernels,
    sampleCounts,
    nearestNeighbours(kernels, vectors, rows, dimensions, SMOOTHING_NEIGHBOURS, seed),
  )
  const smoothed = smooth(kernels, sampleLatent, part.neighbours, part.shares)
  const witnesses = Array.from({ length: REPLICATES }, (_, i) => {
    const witness = refine(kernels, part, cluster(kernels, smoothed, k, seed, 60 + i, WITNESS_STARTS), k)
    onDone(0.7 + (0.3 * (i + 1)) / REPLICATES)
    return { papers, assignment: witness }
  })
  const agreement = k > 1 ? meanAgreement(witnesses.map((witness) => witness.assignment)) : null
  const evidence = typeof topics !== 'number' ? tried : [{ topics: k, stability: agreement ?? 1, chosen: true }]
  return { k, assignment, counts: evidence, witnesses, agreement }
}

/** What papers say, and their neighbourhoods. */
interface Neighbourhoods {
  /** Damped before they are refined. */
  words: Csr
  neighbours: Neighbours
  /** Part of each neighbour: `neighbourShares`. */
  shares: Float32Array
}

function around(kernels: Kernels, words: Csr, neighbours: Neighbours): Neighbourhoods {
  return { words, neighbours, shares: neighbourShares(kernels, neighbours) }
}

/** k-means from the best of several starts, which compete on a sample where there are many papers: paper → cluster. */
function cluster(
  kernels: Kernels,
  { rows, dimensions, vectors }: LatentVectors,
  k: number,
  seed: number,
  stream: number,
  starts: number,
  onDone: (share: number) => void = () => {},
): Int32Array {
  const random = createRandom(seed, 100 + stream)
  const isLarge = rows > START_PAPERS
  const best = kernels.scope(() => {
    const all = { vectors, rows, dimensions }
    const first = isLarge ? selectLatent(kernels, all, sample(rows, START_PAPERS, random)) : all
    const options = { k, starts, maxRounds: isLarge ? START_ROUNDS : ROUNDS }
    return sphericalKMeans(kernels, first.vectors, first.rows, dimensions, options, random, (share) =>
      onDone(0.8 * share),
    )
  })
  const calm = isLarge ? CALM : undefined
  return refineClustering(kernels, vectors, rows, dimensions, best.centroids, k, ROUNDS, calm).assignment
}

/** Clusters → topics, by the mixture. */
function refine(
  kernels: Kernels,
  { words, neighbours, shares }: Neighbourhoods,
  start: Int32Array,
  k: number,
  onDone?: (share: number) => void,
): Int32Array {
  return refineByMixture(kernels, words, neighbours, shares, start, k, 30, onDone)
}
