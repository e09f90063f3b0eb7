import { exp } from '../../math/elementary.ts'
import type { Kernels } from '../kernels.ts'
import { MEMBERSHIPS } from '../mixture-kernels.ts'
import { forTopics, headOf } from '../memberships.ts'
import { forShares } from './shares.ts'

const { fround } = Math
/** Parts below this are taken as none: they would change no count that matters. */
const NEGLIGIBLE = fround(0.01)
/** Log-odds below the best from which a topic has no part. */
const HOPELESS = -14
/** Numbers that say which topics a paper belongs to. */
const PAIRS = MEMBERSHIPS * 2

export const respond: Kernels['respond'] = (scores, rows, width, k, logPi, influence, before, after, assignment) => {
  let moved = 0
  rows.forEach((paper, i) => {
    const row = scores.subarray(i * width, (i + 1) * width)
    for (let c = 0; c < width; c++) row[c] += logPi[c]
    forShares(influence, paper, influence.used, (neighbour, share) => {
      const voice = fround(fround(influence.weight) * share)
      forTopics(before, neighbour, (topic, part) => (row[topic] += fround(voice * part)))
    })
    let best = 0
    let high = -Infinity
    for (let c = 0; c < k; c++) {
      if (row[c] > high) {
        high = row[c]
        best = c
      }
    }
    const least = fround(high + HOPELESS)
    let total = 0
    for (let c = 0; c < k; c++) {
      const part = row[c] < least ? 0 : exp(row[c] - high)
      row[c] = part
      total += part
    }
    const members = after.pairs.subarray(paper * PAIRS, (paper + 1) * PAIRS).fill(0)
    for (let c = 0; c < k; c++) {
      const part = fround(row[c] / total)
      if (part >= NEGLIGIBLE) join(members, c, part)
    }
    after.heads[paper] = headOf(after.pairs, paper)
    if (assignment[paper] !== best) moved++
    assignment[paper] = best
  })
  return moved
}

/** Puts a topic where it belongs among those of a paper, the smaller behind it; the smallest of too many goes. */
function join(members: Float32Array, topic: number, part: number): void {
  let place = PAIRS
  for (; place > 0 && members[place - 1] < part; place -= 2) {
    if (place < PAIRS) members.copyWithin(place, place - 2, place)
  }
  if (place < PAIRS) members.set([topic, part], place)
}
