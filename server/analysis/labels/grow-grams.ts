import type { Corpus } from '../text/corpus.ts'
import { type Grams, Places } from './grams.ts'
import { ENDS, GOES_ON } from './phrase-roles.ts'

/** Numbers that a place has while grams grow: its new stem × 2, and 1 more where a phrase may end there; its paper; its own number. */
const FIELDS = 3

/**
 * The frequent grams of one stem more than those of `length` stems. Places of one gram are laid side by side, so that counting what comes
 * behind it takes one small table and no look-up of pairs.
 */
export function growGrams(
  { starts, stemTexts }: Corpus,
  stems: Int32Array,
  roles: Uint8Array,
  { tokens, papers, grams, last, stemPapers }: Grams,
  length: number,
  minDocuments: number,
): Grams {
  const behind = new Int32Array(last.length + 1)
  const goesOn = new Uint8Array(tokens.length)
  for (let i = 0; i < tokens.length; i++) {
    const end = tokens[i] + length
    if (end >= starts[papers[i] + 1] || (roles[end] & GOES_ON) === 0) continue
    if (stemPapers[stems[end]] < minDocuments) continue
    goesOn[i] = 1
    behind[grams[i] + 1]++
  }
  for (let gram = 0; gram < last.length; gram++) behind[gram + 1] += behind[gram]
  const laid = new Int32Array(FIELDS * behind[last.length])
  const free = behind.slice(0, last.length)
  for (let i = 0; i < tokens.length; i++) {
    if (goesOn[i] === 0) continue
    const end = tokens[i] + length
    const at = FIELDS * free[grams[i]]++
    laid[at] = stems[end] * 2 + ((roles[end] & ENDS) === 0 ? 0 : 1)
    laid[at + 1] = papers[i]
    laid[at + 2] = i
  }

  /** Stem behind the gram of the moment → that gram, papers, papers as a whole, the last of both, and the number of the longer gram. */
  const gramOf = new Int32Array(stemTexts.length).fill(-1)
  const count = new Int32Array(stemTexts.length)
  const countWhole = new Int32Array(stemTexts.length)
  const seen = new Int32Array(stemTexts.length)
  const seenWhole = new Int32Array(stemTexts.length)
  const number = new Int32Array(stemTexts.length)
  const found: { shorter: number[]; last: number[]; wholes: number[] } = { shorter: [], last: [], wholes: [] }
  /** Place → the longer gram that stands there, numbered as found here, or −1. */
  const longer = new Int32Array(tokens.length).fill(-1)
  for (let gram = 0; gram < last.length; gram++) {
    const from = FIELDS * behind[gram]
    const to = FIELDS * behind[gram + 1]
    if (to - from < FIELDS * minDocuments) continue
    for (let at = from; at < to; at += FIELDS) {
      const stem = laid[at] >> 1
      const paper = laid[at + 1]
      if (gramOf[stem] !== gram) {
        gramOf[stem] = gram
        count[stem] = 0
        countWhole[stem] = 0
        seen[stem] = -1
        seenWhole[stem] = -1
        number[stem] = -1
      }
      if (seen[stem] !== paper) {
        seen[stem] = paper
        count[stem]++
      }
      if ((laid[at] & 1) === 0 || seenWhole[stem] === paper) continue
      seenWhole[stem] = paper
      countWhole[stem]++
    }
    for (let at = from; at < to; at += FIELDS) {
      const stem = laid[at] >> 1
      if (count[stem] < minDocuments) continue
      if (number[stem] < 0) {
        number[stem] = found.last.length
        found.shorter.push(gram)
        found.last.push(stem)
        found.wholes.push(countWhole[stem])
      }
      longer[laid[at + 2]] = number[stem]
    }
  }
  return { ...inOrder(tokens, papers, longer, found), stemPapers }
}

/** Numbers the grams anew, as they are first met. */
function inOrder(
  tokens: Int32Array,
  papers: Int32Array,
  longer: Int32Array,
  found: { shorter: number[]; last: number[]; wholes: number[] },
): Omit<Grams, 'stemPapers'> {
  const shorter = new Int32Array(found.last.length)
  const last = new Int32Array(found.last.length)
  const wholes = new Int32Array(found.last.length)
  const number = new Int32Array(found.last.length).fill(-1)
  let met = 0
  let count = 0
  for (const gram of longer) if (gram >= 0) count++
  const places = new Places(count)
  for (let i = 0; i < tokens.length; i++) {
    const gram = longer[i]
    if (gram < 0) continue
    if (number[gram] < 0) {
      shorter[met] = found.shorter[gram]
      last[met] = found.last[gram]
      wholes[met] = found.wholes[gram]
      number[gram] = met++
    }
    places.add(tokens[i], papers[i], number[gram])
  }
  return { shorter, last, wholes, ...places.all() }
}
