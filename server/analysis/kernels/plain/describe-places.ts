import { AFTER_HYPHEN } from '../../text/token-flags.ts'
import { AT_TITLE, LOOK_FIELDS, type PhraseTokens, PLACE_FIELDS, type Places } from '../phrase-kernels.ts'

/** `LOOK_FIELDS` numbers for each phrase, whose length in words is given, from its places, of which the first become ways. */
export function describePlaces(tokens: PhraseTokens, { starts, places }: Places, lengths: Int32Array): Int32Array {
  const looks = new Int32Array(LOOK_FIELDS * lengths.length)
  lengths.forEach((length, phrase) => {
    const own = places.subarray(PLACE_FIELDS * starts[phrase], PLACE_FIELDS * starts[phrase + 1])
    looks.set([...majority(own, 1), ...majority(own, 2), listWays(tokens, own, length)], phrase * LOOK_FIELDS)
  })
  return looks
}

/** Puts the ways in the place of the first places, and returns how many there are. */
function listWays(tokens: PhraseTokens, places: Int32Array, length: number): number {
  let last = 0
  for (let at = 0; at < places.length; at += PLACE_FIELDS) {
    const met = places[at]
    const token = met & ~AT_TITLE
    let way = 0
    while (way < last && !isSame(tokens, places[way], token, length)) way += PLACE_FIELDS
    if (way === last) {
      places.set([token, 0, 0], way)
      last += PLACE_FIELDS
    }
    places[way + (met < 0 ? 2 : 1)]++
  }
  return last / PLACE_FIELDS
}

/**
 * In how many of some places there is a word beside the phrase (`side`: which of the numbers of a place), and how often the commonest of them is there, if that is more than half of
 * the words; else at most that. Source: Boyer and Moore, "MJRTY: a fast majority vote algorithm" (1991).
 */
function majority(places: Int32Array, side: number): [words: number, times: number] {
  let candidate = -1
  let lead = 0
  let words = 0
  for (let at = side; at < places.length; at += PLACE_FIELDS) {
    const word = places[at]
    if (word < 0) continue
    words++
    if (lead === 0) candidate = word
    lead += word === candidate ? 1 : -1
  }
  let times = 0
  if (candidate >= 0) for (let at = side; at < places.length; at += PLACE_FIELDS) if (places[at] === candidate) times++
  return [words, times]
}

/** Whether the same forms, joined in the same way, stand at two tokens. */
function isSame({ forms, flags }: PhraseTokens, one: number, other: number, length: number): boolean {
  if (forms[one] !== forms[other]) return false
  for (let i = 1; i < length; i++) {
    if (forms[one + i] !== forms[other + i]) return false
    if (((flags[one + i] ^ flags[other + i]) & AFTER_HYPHEN) !== 0) return false
  }
  return true
}
