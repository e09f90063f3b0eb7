import { NumberMap } from '../math/number-map.ts'
import { AGAIN, GONE, type LongForms, OTHERWISE, type Writings } from './long-forms.ts'
import { stemSlot } from './stem-slot.ts'
import { AFTER_BREAK, AFTER_HYPHEN } from './token-flags.ts'
import type { TokenRows } from './token-kernels.ts'

/**
 * The tokens at which a long form begins, or that are acronyms, ascending; of long forms that begin together the longest, within one phrase. `marks`: AGAIN, OTHERWISE or 0 of each token, into which
 * is written what has become part of a long form (GONE). A break stands behind an acronym that says the same once more. Linear in the number of tokens.
 */
export function findLongForms(rows: TokenRows, known: LongForms, marks: Uint8Array): Int32Array {
  const { n, starts, abstractStarts, forms, flags } = rows
  const found: number[] = []
  for (let paper = 0; paper < n; paper++) {
    read(starts[paper], abstractStarts[paper])
    read(abstractStarts[paper], starts[paper + 1])
  }
  return Int32Array.from(found)

  function read(from: number, to: number): void {
    for (let t = from; t < to; t++) {
      const kind = known.begins[forms[t]]
      if (kind === 0) continue
      const mark = marks[t]
      if (mark === AGAIN) {
        marks[t] = GONE
        if (t + 1 < to) flags[t + 1] |= AFTER_BREAK
        continue
      }
      marks[t] = 0
      const length = lengthAt(rows, known, t, to)
      if (length === 0 && (kind === 2 || mark === OTHERWISE)) continue
      found.push(t)
      if (length === 0) continue
      marks.fill(GONE, t + 1, t + length)
      marks[t + 1] = length + 1
      t += length - 1
    }
  }
}

/** Words of the longest of the long forms that begin at token `t` and end before `to`; 0 for none. */
function lengthAt({ forms, flags }: TokenRows, known: LongForms, t: number, to: number): number {
  const { stemOfForm, firsts, starts, stems } = known
  if (t + 1 >= to || (flags[t] & AFTER_HYPHEN) !== 0) return 0
  const first = stemOfForm[forms[t]]
  if (known.mayBegin[stemSlot(first, stemOfForm[forms[t + 1]])] === 0) return 0
  for (let unit = firsts[first]; unit < firsts[first + 1]; unit++) {
    const length = starts[unit + 1] - starts[unit]
    if (t + length > to) continue
    let j = 1
    while (j < length && stemOfForm[forms[t + j]] === stems[starts[unit] + j] && (flags[t + j] & AFTER_BREAK) === 0) j++
    if (j === length) return length
  }
  return 0
}

/** Numbers the words that stand at `places`, with the hyphens between them, in the order in which they are met. */
export function numberWritings({ forms, flags }: TokenRows, marks: Uint8Array, places: Int32Array): Writings {
  // Step by step, words that were met lead to a number, and the last of them to that of the writing.
  const steps = new NumberMap(1 << 12)
  const writings = new NumberMap(1 << 12)
  const firsts: number[] = []
  const numbers = Int32Array.from(places, (t) => {
    let step = 0
    for (let token = t; token < t + wordsAt(marks, t); token++) {
      const isJoined = token > t && (flags[token] & AFTER_HYPHEN) !== 0 ? 1 : 0
      step = steps.getOrSet(step * MOST_STEPS + 2 * forms[token] + isJoined, steps.size + 1)
    }
    const number = writings.getOrSet(step, firsts.length)
    if (number === firsts.length) firsts.push(t)
    return number
  })
  return { numbers, firsts: Int32Array.from(firsts) }
}

/** How many words what was found at token `t` has. */
export function wordsAt(marks: Uint8Array, t: number): number {
  return t + 1 < marks.length && marks[t + 1] > GONE ? marks[t + 1] - 1 : 1
}

/** Ways to go on from a step: more than twice the forms that a collection has. */
const MOST_STEPS = 2 ** 26
