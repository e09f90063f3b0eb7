import { type Kernels, UNIT } from '../kernels.ts'
import { forShares } from './shares.ts'
import { toWhole } from './whole-vectors.ts'

const { fround } = Math

export const smooth: Kernels['smooth'] = (vectors, n, dimensions, neighbours, used, out) => {
  const sum = new Float32Array(dimensions)
  for (let i = 0; i < n; i++) {
    sum.set(vectors.subarray(i * dimensions, (i + 1) * dimensions))
    forShares(neighbours, i, used, (neighbour, share) => {
      for (let d = 0; d < dimensions; d++) sum[d] += fround(share * vectors[neighbour * dimensions + d])
    })
    let length = 0
    for (let d = 0; d < dimensions; d++) length += sum[d] * sum[d]
    const scale = length < 1 ? 0 : fround(UNIT / Math.sqrt(length))
    for (let d = 0; d < dimensions; d++) out[i * dimensions + d] = toWhole(sum[d], scale)
  }
}
