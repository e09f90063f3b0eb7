import { AFTER_CLOSE, AFTER_HYPHEN, AFTER_OPEN, AFTER_SENTENCE } from './token-flags.ts'
import { plainTokenKernels } from './plain-token-kernels.ts'
import type { TokenKernels } from './token-kernels.ts'
import type { Tokens } from './tokens.ts'

/** A place where a paper says what an acronym stands for: `large language models (LLMs)`. */
export interface Definition {
  paper: number
  /** Token that is the acronym. */
  short: number
  /** First token of what it stands for, and the one after the last. */
  from: number
  to: number
}

/** Letters of an acronym, at least and at most. */
const SHORTEST = 2
const LONGEST = 10

/**
 * Finds `long form (ACRONYM)` and `ACRONYM (long form)`: the algorithm of Schwartz and Hearst ("A simple algorithm for identifying
 * abbreviation definitions in biomedical text", PSB 2003), after a first look at the initials of words alone, lest self-supervised
 * learning (SSL) be taken for supervised learning. Narrower than theirs: an acronym is one token with two capitals or more, and its
 * long form at least two words, within one sentence.
 */
export function findDefinitions(tokens: Tokens, kernels: TokenKernels = plainTokenKernels): Definition[] {
  const found: Definition[] = []
  const { starts, abstractStarts, flags, forms } = tokens
  /** Form → 1 where it may be an acronym, 2 where not, 0 where nobody has asked. */
  const kinds = new Uint8Array(tokens.formTexts.length)
  const isShort = (token: number): boolean => {
    const form = forms[token]
    return (kinds[form] ||= isAcronym(tokens.formTexts[form]) ? 1 : 2) === 1
  }
  /** Form → its first unit in small letters, 0 where nobody has asked. */
  const initials = new Uint16Array(tokens.formTexts.length)
  const initialAt = (token: number): number => {
    const form = forms[token]
    return (initials[form] ||= initialOf(tokens.formTexts[form]))
  }
  const smallAt = (token: number): string => tokens.formTexts[forms[token]].toLowerCase()
  const opened = kernels.scope(() => {
    const marked = kernels.bytes(256)
    marked.forEach((_, flag) => (marked[flag] = (flag & AFTER_OPEN) === 0 ? 0 : 1))
    return kernels.findMarked(flags, marked)
  })
  let paper = 0
  for (const t of opened) {
    if (!isShort(t) && (t === 0 || !isShort(t - 1))) continue
    while (starts[paper + 1] <= t) paper++
    const first = t < abstractStarts[paper] ? starts[paper] : abstractStarts[paper]
    const end = t < abstractStarts[paper] ? abstractStarts[paper] : starts[paper + 1]
    const definition = before(t, first, end) ?? within(t, first, end)
    if (definition !== null) found.push({ paper, ...definition })
  }
  return found

  /** `long form (ACRONYM)`: the acronym is token t. */
  function before(t: number, first: number, end: number): Omit<Definition, 'paper'> | null {
    if (!isShort(t) || (t + 1 < end && (flags[t + 1] & AFTER_HYPHEN) !== 0)) return null
    const acronym = withoutPlural(tokens.formTexts[forms[t]])
    const most = Math.min(acronym.length + 5, acronym.length * 2)
    let from = t
    while (from > first && t - from < most) {
      from--
      if ((flags[from] & (AFTER_SENTENCE | AFTER_OPEN | AFTER_CLOSE)) !== 0) break
    }
    return matched(acronym, t, from, t)
  }

  /** `ACRONYM (long form)`: the acronym is the token before t. */
  function within(t: number, first: number, end: number): Omit<Definition, 'paper'> | null {
    const short = t - 1
    if (short < first || !isShort(short) || (flags[short] & AFTER_HYPHEN) !== 0) return null
    const acronym = withoutPlural(tokens.formTexts[forms[short]])
    const most = Math.min(acronym.length + 5, acronym.length * 2)
    let to = t + 1
    while (to < end && to - t < most && (flags[to] & (AFTER_CLOSE | AFTER_SENTENCE)) === 0) to++
    const definition = matched(acronym, short, t, to)
    return definition?.from === t ? definition : null
  }

  function matched(acronym: string, short: number, from: number, to: number): Omit<Definition, 'paper'> | null {
    if (to - from < 2) return null
    const letters = acronym.toLowerCase()
    const long = byInitials(letters, from, to, initialAt) ?? byLetters(letters, from, to, smallAt)
    if (long === null || long.to - long.from < 2) return null
    const first = letters.charCodeAt(0)
    for (let t = from; t < to; t++) if (initialAt(t) === first && smallAt(t) === letters) return null
    return { short, ...long }
  }
}

/** The first unit of a word in small letters. */
function initialOf(text: string): number {
  const first = text.charCodeAt(0)
  if (first >= 128) return text.toLowerCase().charCodeAt(0)
  return first >= CAPITAL_A && first <= CAPITAL_Z ? first | 32 : first
}

const [CAPITAL_A, CAPITAL_Z] = [0x41, 0x5a]

function isAcronym(text: string): boolean {
  const acronym = withoutPlural(text)
  return (
    acronym.length >= SHORTEST &&
    acronym.length <= LONGEST &&
    hasTwoCapitals(acronym) &&
    /^\p{L}[\p{L}\p{N}]*$/u.test(acronym)
  )
}

/** One by one, since most words have none: an expression would begin anew at each sign. */
export function hasTwoCapitals(text: string): boolean {
  let capitals = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 128) return /\p{Lu}.*\p{Lu}/u.test(text)
    if (code >= CAPITAL_A && code <= CAPITAL_Z) capitals++
  }
  return capitals >= 2
}

/** An acronym without its plural: `LLMs` → `LLM`. */
export function withoutPlural(text: string): string {
  return text.endsWith('s') && /\p{Lu}s$/u.test(text) ? text.slice(0, -1) : text
}

/** Tokens of a long form: the first, and the one after the last. */
interface LongForm {
  from: number
  to: number
}

/** Words that may stand between those that begin with the letters of an acronym. */
const MOST_SKIPPED = 2

/** The last of the tokens from…to that begin with the letters of an acronym, few words apart; words behind the last of them are none of it. */
function byInitials(letters: string, from: number, to: number, initialAt: (token: number) => number): LongForm | null {
  let end = 0
  let token = to - 1
  for (let i = letters.length - 1; i >= 0; i--, token--) {
    const letter = letters.charCodeAt(i)
    let skipped = 0
    while (token >= from && initialAt(token) !== letter) {
      token--
      if (++skipped > MOST_SKIPPED) return null
    }
    if (token < from) return null
    if (end === 0) end = token + 1
  }
  return { from: token + 1, to: end }
}

/** The shortest run of tokens up to the last that has the letters of an acronym in order, the first of them at its beginning. */
function byLetters(letters: string, from: number, to: number, smallAt: (token: number) => string): LongForm | null {
  let wanted = letters.length - 1
  for (let token = to - 1; token >= from; token--) {
    const word = smallAt(token)
    for (let at = word.length - 1; at >= 0; at--) {
      if (word[at] !== letters[wanted] || (wanted === 0 && at > 0)) continue
      if (wanted === 0) return { from: token, to }
      wanted--
    }
  }
  return null
}
