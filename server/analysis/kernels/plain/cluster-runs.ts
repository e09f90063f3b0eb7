import { type Kernels, UNIT } from '../kernels.ts'
import type { ClusterRun } from '../cluster-kernels.ts'
import { meanDirections } from '../mean-directions.ts'
import { fillEmpty } from '../fill-empty.ts'
import { randomFrom } from '../../math/random.ts'
import { assign } from './assign.ts'
import { sums } from './sums.ts'
import { dot } from './whole-vectors.ts'

/** Candidates of which a centroid is chosen. */
const TRIES = 3
const CALM = 0.001
/** Further than any two vectors are from each other. */
const FARTHEST = 2 ** 31 - 1

export const clusterRuns: Kernels['clusterRuns'] = (vectors, dimensions, runs, maxRounds, assignment) => {
  let first = 0
  return Float64Array.from(runs, (run) => {
    const n = run.members.length
    const own = rowsOf(vectors, run.members, dimensions)
    const at = assignment.subarray(first, first + n).fill(-1)
    first += n
    return cluster(own, n, dimensions, run, maxRounds, at)
  })
}

function cluster(
  vectors: Int16Array,
  n: number,
  dimensions: number,
  { k, state }: ClusterRun,
  maxRounds: number,
  assignment: Int32Array,
): number {
  const similarity = new Float32Array(n)
  const centroids = rowsOf(vectors, seeds(vectors, n, dimensions, k, state), dimensions)
  for (let round = 0; round < maxRounds; round++) {
    if (assign(vectors, n, dimensions, centroids, k, assignment, similarity) <= n * CALM) break
    fillEmpty(assignment, similarity, n, k)
    meanDirections(sums(vectors, n, dimensions, assignment, k), k, dimensions, centroids)
  }
  return similarity.reduce((sum, cosine) => sum + cosine, 0)
}

/** Greedy k-means++: of a few candidates drawn by distance, the one that lowers the distances most. The numbers of k vectors. */
function seeds(vectors: Int16Array, n: number, dimensions: number, k: number, state: Int32Array): Int32Array {
  const random = randomFrom(state)
  const rows = new Int32Array(k)
  let distance: Int32Array = new Int32Array(n).fill(FARTHEST)
  let total = 0
  for (let c = 0; c < k; c++) {
    let least = Infinity
    let chosen = distance
    for (let t = 0; t < (c === 0 ? 1 : TRIES); t++) {
      const candidate = c === 0 ? random.below(n) : draw(distance, random.next() * total)
      const nearer = new Int32Array(n)
      const sum = distances(vectors, n, dimensions, candidate, distance, nearer)
      if (sum >= least) continue
      least = sum
      rows[c] = candidate
      chosen = nearer
    }
    distance = chosen
    total = least
  }
  return rows
}

/** Writes how far each vector is from a candidate, or as far as before where that is nearer; returns the sum. */
function distances(
  vectors: Int16Array,
  n: number,
  dimensions: number,
  candidate: number,
  before: Int32Array,
  out: Int32Array,
): number {
  let sum = 0
  for (let i = 0; i < n; i++) {
    const far = (UNIT * UNIT - dot(vectors, i * dimensions, vectors, candidate * dimensions, dimensions)) / 256
    out[i] = Math.min(before[i], Math.max(0, Math.floor(far)))
    sum += out[i]
  }
  return sum
}

/** The first number at which the weights until then pass `rest`, or the last. */
function draw(weights: Int32Array, rest: number): number {
  for (let i = 0; i < weights.length; i++) {
    rest -= weights[i]
    if (rest < 0) return i
  }
  return weights.length - 1
}

function rowsOf(vectors: Int16Array, rows: Int32Array, dimensions: number): Int16Array {
  const some = new Int16Array(rows.length * dimensions)
  rows.forEach((row, i) => some.set(vectors.subarray(row * dimensions, (row + 1) * dimensions), i * dimensions))
  return some
}
