import type { Kernels } from '../kernels/kernels.ts'
import { createRandom, type Random, sample } from '../math/random.ts'
import type { LatentVectors } from '../vectors/latent-vectors.ts'
import { selectLatent } from '../vectors/select-vectors.ts'
import { sphericalKMeans } from '../vectors/spherical-k-means.ts'
import { meanAgreement } from './agreement.ts'
import { candidateCounts, type CountEvidence, wideCounts } from './choose-count.ts'

/** Papers on which numbers of topics are tried, at most. */
const TRIAL_PAPERS = 2500

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
  return kernels.scope(() => {
    const pool = selectLatent(kernels, latent, sampled)
    return ks.map((k, step) => {
      const wide = step >= usual.length
      const random = createRandom(seed, (wide ? 81 : 41) + step)
      let sum = 0
      // The numbers beyond the usual range are large, and a look at them must not cost more than the rest.
      const pairs = wide ? 2 : 3
      for (let pair = 0; pair < pairs; pair++) {
        const [a, b] = [0, 1].map(() => clusterHalf(kernels, pool, k, random))
        const shared = [...a.keys()].filter((row) => b.has(row))
        const seen = [a, b].map((half) => Int32Array.from(shared, (row) => half.get(row)!))
        sum += meanAgreement(seen) ?? 0
      }
      onDone((step + 1) / ks.length)
      return { topics: k, stability: sum / pairs, wide }
    })
  })
}

/** k-means of a random 80%: paper → cluster. */
function clusterHalf(kernels: Kernels, pool: LatentVectors, k: number, random: Random): Map<number, number> {
  const rows = sample(pool.rows, Math.round(0.8 * pool.rows), random)
  return kernels.scope(() => {
    const half = selectLatent(kernels, pool, rows)
    const options = { k, starts: 1, maxRounds: 8 }
    const { assignment } = sphericalKMeans(kernels, half.vectors, half.rows, half.dimensions, options, random)
    return new Map(Array.from(rows, (row, i) => [row, assignment[i]]))
  })
}
