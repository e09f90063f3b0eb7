import type { Kernels } from '../kernels.ts'
import { WHOLE } from '../memberships.ts'

const { fround } = Math

export const voices: Kernels['voices'] = ({ ids, similarity, count }, papers, used, weight, out) => {
  const perUnit = fround(fround(weight) / WHOLE)
  for (let paper = 0; paper < papers; paper++) {
    const isHeard = (e: number): boolean => ids[e] >= 0 && similarity[e] > 0
    const square = (e: number): number => fround(similarity[e] * similarity[e])
    const first = paper * count
    let total = 0
    for (let e = first; e < first + used; e++) if (isHeard(e)) total += square(e)
    for (let e = 0; e < used; e++) {
      out[paper * used + e] = isHeard(first + e) ? perUnit * (square(first + e) / total) : 0
    }
  }
}
