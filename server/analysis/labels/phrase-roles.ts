import type { StemmedCorpus } from '../text/corpus.ts'
import { IS_ACADEMIC, IS_BARE, IS_STOP } from '../text/fold.ts'
import { AFTER_BREAK, AFTER_HYPHEN } from '../text/token-flags.ts'

/** What a token may do in a phrase: begin it, end it, go on with one that began before it. */
export const BEGINS = 1
export const ENDS = 2
export const GOES_ON = 4

/** Function words that may stand inside a phrase: `bag of words`, `text to image`. */
const LINKS = new Set([
  'of',
  'to',
  'for',
  'in',
  'the',
  'and',
  'with',
  'on',
  'by',
  'from',
  'as',
  'over',
  'de',
  'la',
  'des',
  'du',
])

/** What holds of a stem: it may stand at the edge of a phrase, inside one, be at the edge as a part of a hyphened word, make the next so. */
const EDGE = 1
const INNER = 2
const PART = 4
const BARE = 8

/** Token → BEGINS, ENDS and GOES_ON, added up: written to `roles`, as long as the tokens are, which is returned. */
export function phraseRoles({ stemKinds, stemTexts, flags, stems }: StemmedCorpus, roles: Uint8Array): Uint8Array {
  const traits = stemTexts.map((text, stem) => {
    const kind = stemKinds[stem]
    return (
      ((kind & (IS_STOP | IS_ACADEMIC | IS_BARE)) === 0 ? EDGE : 0) |
      ((kind & IS_STOP) === 0 || LINKS.has(text) ? INNER : 0) |
      ((kind & (IS_STOP | IS_BARE)) === 0 ? 0 : PART) |
      ((kind & IS_BARE) === 0 ? 0 : BARE)
    )
  })
  const traitsOf = Uint8Array.from(traits)
  let before = 0
  for (let t = 0; t < stems.length; t++) {
    const own = traitsOf[stems[t]]
    const hyphenBefore = (flags[t] & AFTER_HYPHEN) !== 0
    const hyphenBehind = t + 1 < stems.length && (flags[t + 1] & AFTER_HYPHEN) !== 0
    const isEdge = (own & EDGE) !== 0
    let role = 0
    if (!hyphenBefore && (isEdge || hyphenBehind)) role |= BEGINS
    if (!hyphenBehind && (isEdge || (hyphenBefore && ((own & PART) | (before & BARE)) !== 0))) role |= ENDS
    if ((flags[t] & AFTER_BREAK) === 0 && ((own & INNER) !== 0 || hyphenBefore)) role |= GOES_ON
    roles[t] = role
    before = own
  }
  return roles
}
