import type { Kernels } from '../kernels/kernels.ts'
import type { Random } from '../math/random.ts'

/** Candidates of which a centroid is chosen. */
const TRIES = 3
/** Rows that the kernel `distances` takes at once. */
const AT_ONCE = 4

/** Greedy k-means++: of a few candidates drawn by distance, the one that lowers the distances most. The numbers of k vectors. */
export function seeds(
  kernels: Kernels,
  vectors: Float32Array,
  n: number,
  dimensions: number,
  k: number,
  random: Random,
): Int32Array {
  return kernels.scope(() => {
    const rows = new Int32Array(k)
    const distance = kernels.float64(n).fill(Infinity)
    const nearer = kernels.float64(AT_ONCE * n)
    for (let c = 0; c < k; c++) {
      const candidates = c === 0 ? [random.below(n)] : Array.from({ length: TRIES }, () => draw(distance, random))
      const totals = kernels.distances(vectors, n, dimensions, candidates, distance, nearer)
      const best = totals.indexOf(Math.min(...totals))
      distance.set(nearer.subarray(best * n, (best + 1) * n))
      rows[c] = candidates[best]
    }
    return rows
  })
}

/**
 * The same seeds from the distances of all vectors (`farBetween`), for many runs over few vectors: under 4,096, whose sum is one part in the kernel,
 * too.
 */
export function seedsAmong(far: Float64Array, n: number, k: number, random: Random): Int32Array {
  const rows = new Int32Array(k)
  const distance = new Float64Array(n).fill(Infinity)
  for (let c = 0; c < k; c++) {
    let least = Infinity
    for (let i = 0; i < (c === 0 ? 1 : TRIES); i++) {
      const candidate = c === 0 ? random.below(n) : draw(distance, random)
      let total = 0
      for (let v = 0, at = candidate * n; v < n; v++, at++) total += far[at] < distance[v] ? far[at] : distance[v]
      if (i > 0 && total >= least) continue
      least = total
      rows[c] = candidate
    }
    for (let v = 0, at = rows[c] * n; v < n; v++, at++) if (far[at] < distance[v]) distance[v] = far[at]
  }
  return rows
}

/** 1 − cosine of every two vectors: n × n. */
export function farBetween(kernels: Kernels, vectors: Float32Array, n: number, dimensions: number): Float64Array {
  return kernels.scope(() => {
    const far = new Float64Array(n * n)
    const distance = kernels.float64(n).fill(Infinity)
    const some = kernels.float64(AT_ONCE * n)
    for (let from = 0; from < n; from += AT_ONCE) {
      const rows = Array.from({ length: Math.min(AT_ONCE, n - from) }, (_, i) => from + i)
      kernels.distances(vectors, n, dimensions, rows, distance, some)
      far.set(some.subarray(0, rows.length * n), from * n)
    }
    return far
  })
}

function draw(weights: Float64Array, random: Random): number {
  let total = 0
  for (let i = 0; i < weights.length; i++) total += weights[i]
  let rest = random.next() * total
  for (let i = 0; i < weights.length; i++) {
    rest -= weights[i]
    if (rest < 0) return i
  }
  return weights.length - 1
}
