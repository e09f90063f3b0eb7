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
  const { starts, abstractStarts, flags } = tokens
  /** Form → 1 where it may be an acronym, 2 where not, 0 where nobody has asked. */
  const kinds = new Uint8Array(tokens.formTexts.length)
  const looksShort = (form: number): boolean => {
    if (kinds[form] === 0) kinds[form] = isAcronym(tokens.formTexts[form]) ? 1 : 2
    return kinds[form] === 1
  }
  /** Form → its text in small letters, where it was asked for. */
  const small = new Array<string | undefined>(tokens.formTexts.length)
  const opened = kernels.scope(() => {
    const marked = kernels.bytes(256)
    marked.forEach((_, flag) => (marked[flag] = (flag & AFTER_OPEN) === 0 ? 0 : 1))
    return kernels.findMarked(flags, marked)
  })
  let paper = 0
  for (const t of opened) {
    while (starts[paper + 1] <= t) paper++
    const first = t < abstractStarts[paper] ? starts[paper] : abstractStarts[paper]
    const end = t < abstractStarts[paper] ? abstractStarts[paper] : starts[paper + 1]
    const definition = before(t, first, end) ?? within(t, first, end)
    if (definition !== null) found.push({ paper, ...definition })
  }
  return found

  /** `long form (ACRONYM)`: the acronym is token t. */
  function before(t: number, first: number, end: number): Omit<Definition, 'paper'> | null {
    if (!looksShort(tokens.forms[t]) || (t + 1 < end && (flags[t + 1] & AFTER_HYPHEN) !== 0)) return null
    const acronym = withoutPlural(tokens.formTexts[tokens.forms[t]])
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
    if (short < first || !looksShort(tokens.forms[short]) || (flags[short] & AFTER_HYPHEN) !== 0) return null
    const acronym = withoutPlural(tokens.formTexts[tokens.forms[short]])
    const most = Math.min(acronym.length + 5, acronym.length * 2)
    let to = t + 1
    while (to < end && to - t < most && (flags[to] & (AFTER_CLOSE | AFTER_SENTENCE)) === 0) to++
    const definition = matched(acronym, short, t, to)
    return definition?.from === t ? definition : null
  }

  function matched(acronym: string, short: number, from: number, to: number): Omit<Definition, 'paper'> | null {
    const words: string[] = []
    if (to - from < 2) return null
    for (let t = from; t < to; t++) {
      const form = tokens.forms[t]
      words.push((small[form] ??= tokens.formTexts[form].toLowerCase()))
    }
    const letters = acronym.toLowerCase()
    const long = byInitials(letters, words) ?? byLetters(letters, words)
    return long === null || long.end - long.start < 2 || words.includes(letters)
      ? null
      : { short, from: from + long.start, to: from + long.end }
  }
}

function isAcronym(text: string): boolean {
  const acronym = withoutPlural(text)
  return (
    acronym.length >= SHORTEST &&
    acronym.length <= LONGEST &&
    /^\p{L}[\p{L}\p{N}]*$/u.test(acronym) &&
    /\p{Lu}.*\p{Lu}/u.test(acronym)
  )
}

/** An acronym without its plural: `LLMs` → `LLM`. */
export function withoutPlural(text: string): string {
  return text.endsWith('s') && /\p{Lu}s$/u.test(text) ? text.slice(0, -1) : text
}

/** Words of a long form. */
interface LongForm {
  start: number
  end: number
}

/** Words that may stand between those that begin with the letters of an acronym. */
const MOST_SKIPPED = 2

/** The last words that begin with the letters of an acronym, few words apart; words behind the last of them are none of it. */
function byInitials(letters: string, words: readonly string[]): LongForm | null {
  let end = 0
  let word = words.length - 1
  for (let i = letters.length - 1; i >= 0; i--, word--) {
    let skipped = 0
    while (word >= 0 && words[word][0] !== letters[i]) {
      word--
      if (++skipped > MOST_SKIPPED) return null
    }
    if (word < 0) return null
    if (end === 0) end = word + 1
  }
  return { start: word + 1, end }
}

/** The shortest run of words up to the last that has the letters of an acronym in order, the first of them at its beginning. */
function byLetters(letters: string, words: readonly string[]): LongForm | null {
  let wanted = letters.length - 1
  for (let word = words.length - 1; word >= 0; word--) {
    for (let at = words[word].length - 1; at >= 0; at--) {
      if (words[word][at] !== letters[wanted] || (wanted === 0 && at > 0)) continue
      if (wanted === 0) return { start: word, end: words.length }
      wanted--
    }
  }
  return null
}
