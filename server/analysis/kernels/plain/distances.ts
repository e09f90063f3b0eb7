import { partItems } from '../join-parts.ts'
import type { Kernels } from '../kernels.ts'

const { fround } = Math

export const distances: Kernels['distances'] = (vectors, n, dimensions, candidates, distance, out) => {
  const shard = partItems(n)
  return candidates.map((candidate, c) => {
    let total = 0
    for (let from = 0; from < n; from += shard) {
      let part = 0
      for (let i = from; i < Math.min(n, from + shard); i++) {
        const far = Math.max(0, 1 - similarity(vectors, i * dimensions, candidate * dimensions, dimensions))
        const nearer = far < distance[i] ? far : distance[i]
        out[c * n + i] = nearer
        part += nearer
      }
      total += part
    }
    return total
  })
}

/** The dot product as four sums, each of every fourth dimension. */
function similarity(vectors: Float32Array, a: number, b: number, dimensions: number): number {
  let s0 = 0
  let s1 = 0
  let s2 = 0
  let s3 = 0
  for (let d = 0; d < dimensions; d += 4) {
    s0 = fround(s0 + fround(vectors[a + d] * vectors[b + d]))
    s1 = fround(s1 + fround(vectors[a + d + 1] * vectors[b + d + 1]))
    s2 = fround(s2 + fround(vectors[a + d + 2] * vectors[b + d + 2]))
    s3 = fround(s3 + fround(vectors[a + d + 3] * vectors[b + d + 3]))
  }
  return fround(fround(s0 + s1) + fround(s2 + s3))
}
