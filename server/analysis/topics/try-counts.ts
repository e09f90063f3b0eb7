import type { Kernels } from '../kernels/kernels.ts'
import { createRandom, sample } from '../math/random.ts'
import type { LatentVectors } from '../vectors/latent-vectors.ts'
import { selectVectors } from '../vectors/select-vectors.ts'
import { clusterApart } from '../vectors/spherical-k-means.ts'
import { adjustedRandIndex } from './agreement.ts'
import { candidateCounts, type CountEvidence, wideCounts } from './choose-count.ts'

/** Papers on which numbers of topics are tried, at most. */
const TRIAL_PAPERS = 2500
/** Rounds of a trial. */
const ROUNDS = 8

/** Stability of each candidate count: agreement of k-means on pairs of 80% samples, on the papers they share. */
export function tryCounts(
  kernels: Kernels,
  latent: LatentVectors,
  seed: number,
  onDone: (share: number) => void,
): CountEvidence[] {
  const sampled = sample(latent.rows, TRIAL_PAPERS, createRandom(seed, 40))
  const usual = candidateCounts(latent.rows)
  const ks = [...usual, ...wideCounts(latent.rows)]
  const pairs = ks.flatMap((k, step) => {
    const wide = step >= usual.length
    const random = createRandom(seed, (wide ? 81 : 41) + step)
    // The numbers beyond the usual range are large, and a look at them must not cost more than the rest.
    return Array.from({ length: wide ? 2 : 3 }, () => ({
      k,
      halves: [0, 1].map(() => {
        const rows = sample(sampled.length, Math.round(0.8 * sampled.length), random)
        return {
          members: rows,
          k: Math.min(k, rows.length),
          state: Int32Array.from({ length: 4 }, () => random.below(2 ** 32) | 1),
        }
      }),
    }))
  })
  // The largest numbers first: of what takes longest none must be left over for one thread.
  const runs = pairs.flatMap(({ halves }) => halves).toSorted((a, b) => b.k - a.k)
  const tried = kernels.scope(() => {
    const pool = selectVectors(kernels, latent.vectors, latent.dimensions, sampled)
    return clusterApart(kernels, pool, latent.dimensions, runs, ROUNDS)
  })
  onDone(1)
  const found = new Map(runs.map((run, i) => [run, tried[i].assignment]))
  return ks.map((k, step) => {
    const own = pairs.filter((pair) => pair.k === k)
    const agreements = own.map(({ halves: [a, b] }) =>
      agreementOf(
        sampled.length,
        [a, b].map((half) => ({ rows: half.members, assignment: found.get(half)! })),
      ),
    )
    return {
      topics: k,
      stability: agreements.reduce((sum, one) => sum + one, 0) / own.length,
      wide: step >= usual.length,
    }
  })
}

/** Agreement of two partitions of some of n rows, on the rows that both have. */
function agreementOf(n: number, halves: readonly { rows: Int32Array; assignment: Int32Array }[]): number {
  const [a, b] = halves.map(({ rows, assignment }) => {
    const of = new Int32Array(n).fill(-1)
    rows.forEach((row, i) => (of[row] = assignment[i]))
    return of
  })
  const isShared = (_: number, row: number): boolean => a[row] >= 0 && b[row] >= 0
  return adjustedRandIndex(a.filter(isShared), b.filter(isShared))
}
