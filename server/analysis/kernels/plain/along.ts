import type { Kernels } from '../kernels.ts'

const { fround } = Math

export const along: Kernels['along'] = (vectors, n, dimensions, directions, middle, out) => {
  const lanes = new Float32Array(4)
  for (let i = 0; i < n; i++) {
    for (let axis = 0; axis < 2; axis++) {
      lanes.fill(0)
      for (let d = 0; d < dimensions; d++) {
        lanes[d & 3] += fround(vectors[i * dimensions + d] * directions[axis * dimensions + d])
      }
      const sum = fround(fround(lanes[0] + lanes[1]) + fround(lanes[2] + lanes[3]))
      out[i * 2 + axis] = sum - fround(middle[axis])
    }
  }
}
