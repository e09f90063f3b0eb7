import { gramMatrix } from '../kernels/products.ts'
import { layoutRound } from '../kernels/layout-round.ts'
import { createRandom } from '../math/random.ts'
import { symmetricEigen } from '../math/symmetric-eigen.ts'
import { neighbourGraph } from './neighbour-graph.ts'
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
  vectors: Float32Array,
  n: number,
  dimensions: number,
  neighbours: Neighbours,
  seed: number,
  onDone: (share: number) => void = () => {},
): Float32Array {
  const place = new Float32Array(n * 2)
  if (n < 2) return place
  const graph = neighbourGraph(firstNeighbours(neighbours, layoutNeighbours(n)))
  const random = createRandom(seed, 300)
  mainDirections(vectors, n, dimensions, place)
  for (let i = 0; i < place.length; i++) place[i] = place[i] * 10 + (random.next() - 0.5) * 0.01

  const rounds = n < 2000 ? 500 : n < 20_000 ? 300 : 200
  let heaviest = 0
  for (const weight of graph.weight) heaviest = Math.max(heaviest, weight)
  const every = graph.weight.map((weight) => (weight * rounds < heaviest ? Infinity : heaviest / weight))
  const due = every.slice()
  for (let round = 1; round <= rounds; round++) {
    layoutRound(graph, n, round, 1 - (round - 1) / rounds, every, due, place, random)
    if ((round & 7) === 0) onDone(round / rounds)
  }
  return spread(place, n)
}

/** The first two principal components of the vectors, scaled so that the first has unit spread. */
function mainDirections(vectors: Float32Array, n: number, dimensions: number, out: Float32Array): void {
  const centred = vectors.slice()
  for (let d = 0; d < dimensions; d++) {
    let mean = 0
    for (let i = 0; i < n; i++) mean += vectors[i * dimensions + d]
    mean /= n
    for (let i = 0; i < n; i++) centred[i * dimensions + d] -= mean
  }
  const gram = new Float64Array(dimensions * dimensions)
  gramMatrix(centred, n, dimensions, gram)
  const { values, vectors: directions } = symmetricEigen(gram, dimensions)
  const scale = values[0] > 0 ? 1 / Math.sqrt(values[0] / n) / 3 : 1
  for (let i = 0; i < n; i++) {
    for (let axis = 0; axis < Math.min(2, dimensions); axis++) {
      let sum = 0
      for (let d = 0; d < dimensions; d++) sum += centred[i * dimensions + d] * directions[d * dimensions + axis]
      out[i * 2 + axis] = sum * scale
    }
  }
}
