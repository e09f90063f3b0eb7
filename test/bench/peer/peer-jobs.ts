import { SPARSE_SEEDS } from '../stages/sparse-seeds.ts'
import { SPARSE_ROUNDS } from '../stages/sparse.ts'
import { TOPICS } from '../stages/stage.ts'

/** A job for `peer.py`. */
export interface PeerJob {
  job: 'text' | 'svd' | 'k-means' | 'seeds' | 'dense' | 'pipeline'
  k?: number
  rounds?: number
  seeds?: number
  /** Its answer leaves clusters of the TF-IDF in `peer-clusters.bin`. */
  clusters?: boolean
}

const PIPELINE: PeerJob = { job: 'pipeline', k: TOPICS }

/** Stage → what scikit-learn does beside it. A whole run, however its topics are chosen, stands beside TF-IDF, SVD and k-means. */
export const PEER_JOBS: Readonly<Record<string, PeerJob>> = {
  text: { job: 'text' },
  svd: { job: 'svd' },
  ...forEach([20, 50], (k) => [`sparse-${k}`, { job: 'k-means', k, rounds: SPARSE_ROUNDS, clusters: true }]),
  ...forEach([20, 50], (k) => [
    `seeds-${k}`,
    { job: 'seeds', k, rounds: SPARSE_ROUNDS, seeds: SPARSE_SEEDS, clusters: true },
  ]),
  [`dense-${TOPICS}`]: { job: 'dense', k: TOPICS },
  [`run-${TOPICS}`]: PIPELINE,
  'run-auto': PIPELINE,
}

function forEach(ks: readonly number[], entry: (k: number) => [string, PeerJob]): Record<string, PeerJob> {
  return Object.fromEntries(ks.map(entry))
}
