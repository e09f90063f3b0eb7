import type { Definitions, FormLetters } from './definitions.ts'
import { plainTokenKernels } from './plain-token-kernels.ts'
import { AFTER_OPEN } from './token-flags.ts'
import type { TokenKernels } from './token-kernels.ts'
import type { ReadTokens, Tokens } from './tokens.ts'
import { wordList } from './word-list.ts'

/** Letters of an acronym, at least and at most. */
const SHORTEST = 2
const LONGEST = 10

/** Definitions of acronyms, and what the acronyms are. */
export interface FoundDefinitions extends Definitions {
  /** Form → 1 + the number of the acronym that it is, 0 where it is none. */
  acronymOf: Int32Array
  /** Acronyms, without plural. */
  acronyms: readonly string[]
}

/**
 * Finds `long form (ACRONYM)` and `ACRONYM (long form)`: the algorithm of Schwartz and Hearst ("A simple algorithm for identifying
 * abbreviation definitions in biomedical text", PSB 2003), after a first look at the initials of words alone, lest self-supervised
 * learning (SSL) be taken for supervised learning. Narrower than theirs: an acronym is one token with two capitals or more, and its
 * long form at least two words, within one sentence. The acronyms among the forms may have been found before. `meanwhile`: see `TokenKernels`.
 */
export function findDefinitions(
  tokens: Tokens & Pick<ReadTokens, 'small'>,
  kernels: TokenKernels = plainTokenKernels,
  { known, acronyms } = acronymForms(tokens),
  meanwhile?: () => void,
): FoundDefinitions {
  const opened = kernels.scope(() => {
    const marked = kernels.bytes(256)
    marked.forEach((_, flag) => (marked[flag] = (flag & AFTER_OPEN) === 0 ? 0 : 1))
    return kernels.findMarked(tokens.flags, marked)
  })
  return { ...kernels.matchDefinitions(tokens, known, opened, meanwhile), acronymOf: known.acronymOf, acronyms }
}

/** Which forms are acronyms, and their letters. */
export interface AcronymForms {
  known: FormLetters
  /** Acronyms, without plural. */
  acronyms: readonly string[]
}

export function acronymForms({ formTexts, small }: Pick<ReadTokens, 'formTexts' | 'small'>): AcronymForms {
  const { units, starts, isCapital } = small
  const acronymOf = new Int32Array(formTexts.length)
  const numbers = new Map<string, number>()
  for (let form = 0; form < formTexts.length; form++) {
    // Its plural aside, an acronym has two capitals as well.
    if (isCapital[form] === 0 || formTexts[form].length > LONGEST + 1) continue
    const acronym = withoutPlural(formTexts[form])
    if (acronym.length < SHORTEST || acronym.length > LONGEST || !isWord(acronym)) continue
    let number = numbers.get(acronym)
    if (number === undefined) numbers.set(acronym, (number = numbers.size + 1))
    acronymOf[form] = number
  }
  const acronyms = [...numbers.keys()]
  const letters = wordList(acronyms, (text) => text.toLowerCase())
  const most = Int32Array.from(acronyms, ({ length }) => Math.min(length + 5, length * 2))
  return {
    known: { units, starts, acronymOf, letters: letters.units, letterStarts: letters.starts, most },
    acronyms,
  }
}

/** Whether a text is a letter, and letters and digits after it. */
function isWord(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit >= 128) return /^\p{L}[\p{L}\p{N}]*$/u.test(text)
    const isLetter = (unit | 32) >= SMALL_A && (unit | 32) <= SMALL_Z
    if (!isLetter && (i === 0 || unit < ZERO || unit > NINE)) return false
  }
  return true
}

const [SMALL_A, SMALL_S, SMALL_Z, ZERO, NINE] = [0x61, 0x73, 0x7a, 0x30, 0x39]

/** An acronym without its plural: `LLMs` → `LLM`. */
function withoutPlural(text: string): string {
  return text.charCodeAt(text.length - 1) === SMALL_S && /\p{Lu}s$/u.test(text) ? text.slice(0, -1) : text
}
