import { kmeans } from 'ml-kmeans'
import { expect, it } from 'vitest'
import { plainKernels } from '../../../../server/analysis/kernels/plain/plain-kernels.ts'
import { createRandom } from '../../../../server/analysis/math/random.ts'
import { refineClustering, sphericalKMeans } from '../../../../server/analysis/vectors/spherical-k-means.ts'

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
  const { assignment } = sphericalKMeans(
    plainKernels,
    blobs(30, 4, 8, 1),
    120,
    8,
    { k: 4, starts: 3, maxRounds: 50 },
    createRandom(1),
  )
  for (let i = 4; i < 120; i++) expect(assignment[i]).toBe(assignment[i % 4])
  expect(new Set(assignment.slice(0, 4)).size).toBe(4)
})

it('settles where ml-kmeans settles from the same centroids', () => {
  const vectors = blobs(25, 3, 4, 2)
  const start = vectors.slice(0, 12)
  const rows = Array.from({ length: 75 }, (_, i) => Array.from(vectors.slice(i * 4, i * 4 + 4)))
  const peer = kmeans(rows, 3, { initialization: [0, 1, 2].map((i) => rows[i]) })
  expect([...refineClustering(plainKernels, vectors, 75, 4, start, 3, 100).assignment]).toEqual(peer.clusters)
})

it('never leaves a cluster empty, and copes with more clusters than vectors', () => {
  const same = new Float32Array(10 * 4).map((_, i) => (i % 4 === 0 ? 1 : 0))
  const { assignment, k } = sphericalKMeans(
    plainKernels,
    same,
    10,
    4,
    { k: 20, starts: 2, maxRounds: 10 },
    createRandom(1),
  )
  expect(k).toBe(10)
  expect(Math.max(...assignment)).toBeLessThan(10)
})
