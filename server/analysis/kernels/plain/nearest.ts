import type { Kernels } from '../kernels.ts'
import { cosine } from './whole-vectors.ts'

export const nearest: Kernels['nearest'] = (
  vectors,
  dimensions,
  { count: cellCount, starts, members },
  order,
  probes,
  count,
  ids,
  similarity,
) => {
  for (let cell = 0; cell < cellCount; cell++) {
    for (const i of members.subarray(starts[cell], starts[cell + 1])) {
      const base = i * count
      for (let p = 0; p < probes; p++) {
        const other = order[cell * probes + p]
        for (const j of members.subarray(starts[other], starts[other + 1])) {
          const s = cosine(vectors, i * dimensions, vectors, j * dimensions, dimensions)
          if (j === i || s <= similarity[base + count - 1]) continue
          let place = base + count - 1
          for (; place > base && similarity[place - 1] < s; place--) {
            similarity[place] = similarity[place - 1]
            ids[place] = ids[place - 1]
          }
          similarity[place] = s
          ids[place] = j
        }
      }
    }
  }
}
