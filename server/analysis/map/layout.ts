import type { Kernels } from '../kernels/kernels.ts'
import { createRandom } from '../math/random.ts'
import { symmetricEigen } from '../math/symmetric-eigen.ts'
import { layoutEdges } from './layout-edges.ts'
import { firstNeighbours, type Neighbours } from '../vectors/neighbours.ts'
import { spread } from './spread.ts'

/** Neighbours of a paper that the layout pulls at, of n papers. */
export function layoutNeighbours(n: number): number {
  return Math.max(0, Math.min(n - 1, n < 200 ? Math.max(4, Math.round(n / 8)) : 15))
}

/**
 * Places papers on a plane so that neighbours by meaning are neighbours there: UMAP's objective over the graph of their nearest
 * neighbours (at least `layoutNeighbours` each), started from the two main directions of their unit vectors (n × dimensions). Returns
 * n × 2 in map units: most papers lie within [−1, 1], y upwards. The same input and seed give the same map.
 */
export function layoutMap(
  kernels: Kernels,
  vectors: Float32Array,
  n: number,
  dimensions: number,
  neighbours: Neighbours,
  seed: number,
  onDone: (share: number) => void = () => {},
): Float32Array {
  if (n < 2) return new Float32Array(n * 2)
  const place = kernels.scope(() => {
    const edges = layoutEdges(kernels, firstNeighbours(kernels, neighbours, layoutNeighbours(n)), roundsFor(n))
    const random = createRandom(seed, 300)
    let before = kernels.float32(n * 2)
    let after = kernels.float32(n * 2)
    mainDirections(kernels, vectors, n, dimensions, before)
    for (let i = 0; i < before.length; i++) before[i] = before[i] * 10 + (random.next() - 0.5) * 0.01
    const rounds = roundsFor(n)
    for (let round = 1; round <= rounds; round++) {
      kernels.layoutRound(edges, before, after, { round, rate: 1 - (round - 1) / rounds, seed })
      ;[before, after] = [after, before]
      if ((round & 7) === 0) onDone(round / rounds)
    }
    return Float32Array.from(before)
  })
  return spread(place, n)
}

/** Rounds of descent for n papers. */
function roundsFor(n: number): number {
  return n < 2000 ? 500 : n < 20_000 ? 200 : 120
}

/** The first two principal components of the vectors, scaled so that the first has unit spread, to `out` (n × 2). */
function mainDirections(
  kernels: Kernels,
  vectors: Float32Array,
  n: number,
  dimensions: number,
  out: Float32Array,
): void {
  kernels.scope(() => {
    const mean = kernels.sums(vectors, n, dimensions, kernels.int32(n), 1).map((sum) => sum / n)
    const gram = kernels.gram(vectors, n, dimensions)
    for (let a = 0; a < dimensions; a++) {
      for (let b = 0; b < dimensions; b++) gram[a * dimensions + b] -= n * mean[a] * mean[b]
    }
    const { values, vectors: directions } = symmetricEigen(gram, dimensions)
    const axes = Math.min(2, dimensions)
    const two = kernels.float32(dimensions * 4)
    const middle = [0, 0]
    for (let d = 0; d < dimensions; d++) {
      for (let axis = 0; axis < axes; axis++) {
        two[d * 4 + axis] = directions[d * dimensions + axis]
        middle[axis] += mean[d] * two[d * 4 + axis]
      }
    }
    const along = kernels.float32(n * 4)
    kernels.rotate(vectors, n, dimensions, two, 4, along)
    const scale = values[0] > 0 ? 1 / Math.sqrt(values[0] / n) / 3 : 1
    for (let i = 0; i < n; i++) {
      for (let axis = 0; axis < axes; axis++) out[i * 2 + axis] = (along[i * 4 + axis] - middle[axis]) * scale
    }
  })
}
