import { expSingle } from '../../math/elementary.ts'
import type { Kernels } from '../kernels.ts'
import { forTopics, headOf, membership, unitsOf } from '../memberships.ts'
import { MEMBERSHIPS } from '../mixture-kernels.ts'

const { fround } = Math
/** Parts below this are taken as none: they would change no count that matters. */
const NEGLIGIBLE = fround(0.01)
/** Log-odds below the best from which a topic has no part. */
const HOPELESS = -14

export const respond: Kernels['respond'] = (scores, rows, width, k, logPi, influence, before, after, assignment) => {
  const { ids, count, voices, used } = influence
  let moved = 0
  rows.forEach((paper, i) => {
    const row = scores.subarray(i * width, (i + 1) * width)
    for (let c = 0; c < width; c++) row[c] += logPi[c]
    for (let e = 0; e < used; e++) {
      const voice = voices[paper * used + e]
      if (voice === 0) continue
      forTopics(before, ids[paper * count + e], (topic, units) => (row[topic] += fround(voice * units)))
    }
    let best = 0
    let high = -Infinity
    for (let c = 0; c < k; c++) {
      if (row[c] > high) {
        high = row[c]
        best = c
      }
    }
    // Every fourth is summed up by itself.
    const sums = new Float32Array(4)
    for (let c = 0; c < k; c++) {
      const below = fround(row[c] - high)
      row[c] = below >= HOPELESS ? expSingle(below) : 0
      sums[c & 3] += row[c]
    }
    const total = fround(fround(sums[0] + sums[1]) + fround(sums[2] + sums[3]))
    const least = fround(NEGLIGIBLE * total)
    const members = after.members.subarray(paper * MEMBERSHIPS, (paper + 1) * MEMBERSHIPS).fill(0)
    for (let c = 0; c < k; c++) if (row[c] >= least) join(members, membership(c, fround(row[c] / total)))
    after.heads[paper] = headOf(after.members, paper)
    if (assignment[paper] !== best) moved++
    assignment[paper] = best
  })
  return moved
}

/** Puts a topic where it belongs among those of a paper, the smaller behind it; the smallest of too many goes. */
function join(members: Int32Array, number: number): void {
  let place = MEMBERSHIPS
  for (; place > 0 && unitsOf(members[place - 1]) < unitsOf(number); place--) {
    if (place < MEMBERSHIPS) members[place] = members[place - 1]
  }
  if (place < MEMBERSHIPS) members[place] = number
}
