import { EDGE, BARE, INNER, PART, type PhraseTokens, STOP, TRAIT_BITS } from '../phrase-kernels.ts'
import { AFTER_BREAK, AFTER_HYPHEN } from '../../text/token-flags.ts'

/** What a token may do in a phrase: begin it, end it, go on with one that began before it. */
export const BEGINS = 1
export const ENDS = 2
export const GOES_ON = 4

/** The number of a token's word. */
export function wordAt({ words, forms }: PhraseTokens, token: number): number {
  return words[forms[token]] >> TRAIT_BITS
}

/** What a token may do. */
export function roleAt({ words, forms, flags }: PhraseTokens, token: number): number {
  const own = words[forms[token]]
  const before = token === 0 ? 0 : words[forms[token - 1]]
  const hyphenBefore = (flags[token] & AFTER_HYPHEN) !== 0
  const hyphenBehind = token + 1 < forms.length && (flags[token + 1] & AFTER_HYPHEN) !== 0
  const isEdge = (own & EDGE) !== 0
  let role = 0
  if (!hyphenBefore && (isEdge || hyphenBehind)) role |= BEGINS
  if (!hyphenBehind && (isEdge || (hyphenBefore && ((own & PART) | (before & BARE)) !== 0))) role |= ENDS
  if ((flags[token] & AFTER_BREAK) === 0 && ((own & INNER) !== 0 || hyphenBefore)) role |= GOES_ON
  return role
}

/** The word of a token as the neighbour of one from which the flags of token `border` part it; −1 for none. */
export function neighbourAt({ words, forms, flags }: PhraseTokens, token: number, border: number): number {
  // A title and an abstract begin with a break. A stop word is a neighbour only where a hyphen makes it part of a word.
  if ((flags[border] & AFTER_BREAK) !== 0) return -1
  const word = words[forms[token]]
  return (flags[border] & AFTER_HYPHEN) !== 0 || (word & STOP) === 0 ? word >> TRAIT_BITS : -1
}
