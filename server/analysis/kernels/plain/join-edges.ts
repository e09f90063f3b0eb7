import type { Kernels } from '../kernels.ts'

const { fround } = Math

export const joinEdges: Kernels['joinEdges'] = (own, incoming) => {
  const { rows: n } = own
  const starts = new Int32Array(n + 1)
  const neighbours: number[] = []
  const weights: number[] = []
  for (let i = 0; i < n; i++) {
    const first = neighbours.length
    const ends = own.indices.subarray(own.starts[i], own.starts[i + 1])
    neighbours.push(...ends)
    weights.push(...own.values.subarray(own.starts[i], own.starts[i + 1]))
    for (let e = incoming.starts[i]; e < incoming.starts[i + 1]; e++) {
      const weight = incoming.values[e]
      const twin = ends.indexOf(incoming.indices[e])
      if (twin >= 0) {
        const mine = weights[first + twin]
        weights[first + twin] = fround(fround(mine + weight) - fround(mine * weight))
      } else {
        neighbours.push(incoming.indices[e])
        weights.push(weight)
      }
    }
    starts[i + 1] = neighbours.length
  }
  const heaviest = weights.reduce((most, weight) => Math.max(most, weight), 0)
  return {
    n,
    starts,
    neighbours: Int32Array.from(neighbours),
    weights: Float32Array.from([...weights, 0, 0, 0]),
    heaviest,
  }
}
