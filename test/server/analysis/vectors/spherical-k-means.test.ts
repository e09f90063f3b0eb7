import { kmeans } from 'ml-kmeans'
import { expect, it } from 'vitest'
import { plainKernels } from '../../../../server/analysis/kernels/plain/plain-kernels.ts'
import { createRandom, randomState } from '../../../../server/analysis/math/random.ts'
import { clusterPapers } from '../../../../server/analysis/vectors/cluster-papers.ts'
import { clusterApart, refineClustering } from '../../../../server/analysis/vectors/spherical-k-means.ts'
import { wholeVectors } from '../../../support/whole-vectors.ts'

function blobs(perBlob: number, blobCount: number, dimensions: number, seed: number): Float32Array {
  const random = createRandom(seed)
  const vectors = new Float32Array(perBlob * blobCount * dimensions)
  for (let i = 0; i < perBlob * blobCount; i++) {
    let length = 0
    for (let d = 0; d < dimensions; d++) {
      vectors[i * dimensions + d] = (d === i % blobCount ? 1 : 0) + 0.15 * random.normal()
      length += vectors[i * dimensions + d] ** 2
    }
    for (let d = 0; d < dimensions; d++) vectors[i * dimensions + d] /= Math.sqrt(length)
  }
  return vectors
}

it('finds planted clusters', () => {
  const latent = { vectors: wholeVectors(blobs(30, 4, 8, 1)), rows: 120, dimensions: 8 }
  const { assignment } = clusterPapers(plainKernels, latent, 4, 1)
  for (let i = 4; i < 120; i++) expect(assignment[i]).toBe(assignment[i % 4])
  expect(new Set(assignment.slice(0, 4)).size).toBe(4)
})

it('settles where ml-kmeans settles from the same centroids', () => {
  const vectors = blobs(25, 3, 4, 2)
  const start = wholeVectors(vectors.slice(0, 12))
  const rows = Array.from({ length: 75 }, (_, i) => Array.from(vectors.slice(i * 4, i * 4 + 4)))
  const peer = kmeans(rows, 3, { initialization: [0, 1, 2].map((i) => rows[i]) })
  const { assignment } = refineClustering(plainKernels, wholeVectors(vectors), 75, 4, start, 3, 100)
  expect([...assignment]).toEqual(peer.clusters)
})

it('never leaves a cluster empty, and copes with more clusters than vectors', () => {
  const same = wholeVectors(Array.from({ length: 10 * 4 }, (_, i) => (i % 4 === 0 ? 1 : 0)))
  const { assignment, k } = clusterPapers(plainKernels, { vectors: same, rows: 10, dimensions: 4 }, 20, 1)
  expect(k).toBe(10)
  expect(Math.max(...assignment)).toBeLessThan(10)
})

it('makes runs apart of some vectors each, from seeds that lie far from each other', () => {
  const vectors = wholeVectors(
    Array.from({ length: 60 }, (_, i) => Array.from({ length: 8 }, (_one, d) => (d === i % 4 ? 1 : 0))).flat(),
  )
  const members = Int32Array.from({ length: 30 }, (_, i) => i * 2)
  const runs = [2, 4].map((k, i) => ({
    members: k === 2 ? members : members.map((row) => row + 1),
    k,
    state: randomState(1, i),
  }))
  const [even, odd] = clusterApart(plainKernels, vectors, 8, runs, 10)
  // Two kinds among the even ones, two among the odd.
  expect(new Set(even.assignment).size).toBe(2)
  expect(even.objective).toBeCloseTo(30, 4)
  for (let i = 2; i < 30; i++) expect(even.assignment[i]).toBe(even.assignment[i % 2])
  expect(odd.assignment).toHaveLength(30)
  expect(new Set(odd.assignment).size).toBe(4)
})
