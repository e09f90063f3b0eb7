import { type Kernels, UNIT } from '../kernels/kernels.ts'
import { createRandom, type Random, sample } from '../math/random.ts'
import { layoutEdges } from './layout-edges.ts'
import type { Neighbours } from '../vectors/neighbours.ts'
import { spread } from './spread.ts'

/** Papers from which the directions of the start are learned, at most. */
const LOOKED_AT = 8192
/** Spread of the papers in the first of them. */
const SPREAD = 10 / 3

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
  vectors: Int16Array,
  n: number,
  dimensions: number,
  neighbours: Neighbours,
  seed: number,
  onDone: (share: number) => void = () => {},
): Float32Array {
  if (n < 2) return new Float32Array(n * 2)
  const rounds = roundsFor(n)
  const place = kernels.scope(() => {
    let before = kernels.float32(n * 2)
    let after = kernels.bareFloat32(n * 2)
    mainDirections(kernels, vectors, n, dimensions, createRandom(seed, 300), before)
    const edges = layoutEdges(kernels, neighbours, Math.min(neighbours.count, layoutNeighbours(n)))
    for (let round = 1; round <= rounds; round++) {
      kernels.layoutRound(edges, before, after, { round, rate: 1 - (round - 1) / rounds, seed })
      ;[before, after] = [after, before]
      if ((round & 7) === 0) onDone(round / rounds)
    }
    return Float32Array.from(before)
  })
  return spread(place, n)
}

/** Rounds of descent for n papers: as much work whether they are 10,000 or 40,000. */
function roundsFor(n: number): number {
  return Math.round(Math.min(500, Math.max(120, 5_000_000 / n)))
}

/**
 * Where the vectors stand along the two directions in which most of them differ, learned from a sample, with a spread of 3⅓ along the first, and a little apart from each other: to
 * `out` (n × 2).
 */
function mainDirections(
  kernels: Kernels,
  vectors: Int16Array,
  n: number,
  dimensions: number,
  random: Random,
  out: Float32Array,
): void {
  kernels.scope(() => {
    const looked = sample(n, LOOKED_AT, random)
    const few = kernels.bareFloat32(looked.length * dimensions)
    looked.forEach((paper, i) => {
      for (let d = 0; d < dimensions; d++) few[i * dimensions + d] = vectors[paper * dimensions + d] / UNIT
    })
    const mean = kernels.columnSums(few, looked.length, dimensions).map((sum) => sum / looked.length)
    const gram = kernels.gram(few, looked.length, dimensions)
    for (let a = 0; a < dimensions; a++) {
      for (let b = 0; b < dimensions; b++) gram[a * dimensions + b] -= looked.length * mean[a] * mean[b]
    }
    const { values, vectors: found } = kernels.symmetricEigen(gram, dimensions)
    const length = values[0] > 0 ? SPREAD / Math.sqrt(values[0] / looked.length) : SPREAD
    const axes = Math.min(2, dimensions)
    const directions = kernels.float32(2 * dimensions)
    const middle: [number, number] = [0, 0]
    for (let axis = 0; axis < axes; axis++) {
      for (let d = 0; d < dimensions; d++) {
        const part = found[d * dimensions + axis] * length
        directions[axis * dimensions + d] = part / UNIT
        middle[axis] += mean[d] * part
      }
    }
    kernels.along(vectors, n, dimensions, directions, middle, out)
    const apart = kernels.bareFloat32(n * 2)
    kernels.randomNumbers(apart, random.below(2 ** 31))
    for (let i = 0; i < n * 2; i++) out[i] += apart[i] * 0.01
  })
}
