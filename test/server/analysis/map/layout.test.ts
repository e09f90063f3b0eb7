import { expect, it } from 'vitest'
import { layoutMap, layoutNeighbours } from '../../../../server/analysis/map/layout.ts'
import { nearestNeighbours } from '../../../../server/analysis/vectors/neighbours.ts'
import { placeStrays } from '../../../../server/analysis/map/strays.ts'
import { plainKernels } from '../../../../server/analysis/kernels/plain/plain-kernels.ts'
import { createRandom } from '../../../../server/analysis/math/random.ts'
import { wholeVectors } from '../../../support/whole-vectors.ts'

function blobs(n: number, kinds: number, dimensions: number): Int16Array {
  const random = createRandom(9)
  const vectors = new Float32Array(n * dimensions)
  for (let i = 0; i < n; i++) {
    let length = 0
    for (let d = 0; d < dimensions; d++) {
      const value = (d === i % kinds ? 1 : 0) + 0.1 * random.normal()
      vectors[i * dimensions + d] = value
      length += value * value
    }
    for (let d = 0; d < dimensions; d++) vectors[i * dimensions + d] /= Math.sqrt(length)
  }
  return wholeVectors(vectors)
}

const layout = (vectors: Int16Array, n: number, dimensions: number, more = 0): Float32Array => {
  const neighbours = nearestNeighbours(plainKernels, vectors, n, dimensions, layoutNeighbours(n) + more, 1)
  return layoutMap(plainKernels, vectors, n, dimensions, neighbours, 1)
}

it('puts like by like, the same every time', () => {
  const n = 300
  const vectors = blobs(n, 3, 8)
  const place = layout(vectors, n, 8)
  expect(place).toEqual(layout(vectors, n, 8, 12))
  let own = 0
  for (let i = 0; i < n; i++) {
    let nearest = -1
    let least = Infinity
    for (let j = 0; j < n; j++) {
      const distance = (place[i * 2] - place[j * 2]) ** 2 + (place[i * 2 + 1] - place[j * 2 + 1]) ** 2
      if (j !== i && distance < least) {
        least = distance
        nearest = j
      }
    }
    if (nearest % 3 === i % 3) own++
  }
  expect(own / n).toBeGreaterThan(0.97)
  for (const value of place) expect(Math.abs(value)).toBeLessThanOrEqual(1.3)
})

it('finds true neighbours through cells', () => {
  const n = 5200
  const vectors = blobs(n, 20, 24)
  const { ids, count } = nearestNeighbours(plainKernels, vectors, n, 24, 10, 1)
  let hits = 0
  for (let i = 0; i < 40; i++) {
    const cosine = (j: number): number => {
      let sum = 0
      for (let d = 0; d < 24; d++) sum += vectors[i * 24 + d] * vectors[j * 24 + d]
      return sum
    }
    const exact = Array.from({ length: n }, (_, j) => j)
      .filter((j) => j !== i)
      .sort((a, b) => cosine(b) - cosine(a))
    const truth = new Set(exact.slice(0, 10))
    for (let e = 0; e < count; e++) if (truth.has(ids[i * count + e])) hits++
  }
  expect(hits / 400).toBeGreaterThan(0.85)
})

it('finds the same neighbours whether more are wanted or not', () => {
  const vectors = blobs(5200, 5, 8)
  const [few, more] = [4, 9].map((count) => nearestNeighbours(plainKernels, vectors, 5200, 8, count, 1))
  expect(more.ids.filter((_, e) => e % 9 < 4)).toEqual(few.ids)
  expect(more.similarity.filter((_, e) => e % 9 < 4)).toEqual(few.similarity)
})

it.each([0, 1, 2, 3, 5])('copes with %i papers', (n) => {
  const place = layout(blobs(n, 2, 4), n, 4)
  expect(place).toHaveLength(n * 2)
  for (const value of place) expect(value).not.toBeNaN()
})

it('puts papers without terms on the rim', () => {
  const all = placeStrays(Float32Array.of(0.5, 0.25), Int32Array.of(1), 3)
  expect(all.slice(2, 4)).toEqual(Float32Array.of(0.5, 0.25))
  expect(all[1]).toBeCloseTo(-1.2, 6)
  expect(all[5]).toBeCloseTo(-1.2, 6)
})
