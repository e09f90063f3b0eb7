import { factsOfForms } from './form-facts.ts'
import { frequentStretches } from './frequent-stretches.ts'
import { LISTED_PHRASES } from './listed-phrases.ts'
import { lowerCase } from './stem.ts'
import { findStretches } from './stretches.ts'
import { AFTER_BREAK, AFTER_HYPHEN } from './token-flags.ts'
import { tokenize } from './tokenize.ts'
import type { Tokens } from './tokens.ts'

/** Papers that must have it: this many, and this share of all. */
const LEAST_PAPERS = 3
const LEAST_SHARE = 0.002
/** An abstract of which more than this share is boilerplate is a copy of others: it keeps its words. */
const MOST_OF_ABSTRACT = 0.5

/**
 * The tokens without what many abstracts say word by word: sentences (`All rights reserved.`), runs of seven words (`is available
 * under the terms of the …`), heads of sections (`Results:`), each in at least three papers and one in five hundred; and without some
 * phrases that are known to say nothing (`listed-phrases`). A run must be of words that say little, and a sentence hold one: the
 * collection may share a subject (`signal to interference plus noise ratio`). Numbers are all alike here, as copyright years differ. Titles keep
 * what they repeat. A break stands where words went. Linear in the number of tokens.
 * Takes the arrays of what was read over, and changes them.
 */
export function dropBoilerplate(tokens: Tokens): Tokens {
  const dropped = new Uint8Array(tokens.forms.length)
  const least = Math.max(LEAST_PAPERS, Math.ceil(LEAST_SHARE * tokens.n))
  if (tokens.n >= LEAST_PAPERS) {
    const { forms, flags, abstractStarts: starts, starts: ends } = tokens
    // Titles keep what they repeat.
    const stretches = findStretches({ forms, flags, starts, ends: ends.subarray(1), ...factsOfForms(tokens) })
    frequentStretches(stretches, tokens.starts, least, (from, to) => dropped.fill(1, from, to))
    keepCopies(tokens, dropped)
  }
  dropListed(tokens, dropped)
  return without(tokens, dropped)
}

function keepCopies({ n, abstractStarts, starts }: Tokens, dropped: Uint8Array): void {
  for (let paper = 0; paper < n; paper++) {
    const [from, to] = [abstractStarts[paper], starts[paper + 1]]
    let count = 0
    for (let t = from; t < to; t++) count += dropped[t]
    if (count > MOST_OF_ABSTRACT * (to - from)) dropped.fill(0, from, to)
  }
}

function dropListed({ n, starts, forms, formTexts }: Tokens, dropped: Uint8Array): void {
  /** Words of the phrases → their numbers from 1 on. */
  const known = new Map<string, number>()
  const byFirst: number[][][] = []
  for (const phrase of LISTED_PHRASES) {
    const words: number[] = []
    tokenize(phrase, (token) => {
      if (!known.has(token)) known.set(token, known.size + 1)
      words.push(known.get(token)!)
    })
    ;(byFirst[words[0]] ??= []).push(words)
  }
  const wordOfForm = Uint8Array.from(formTexts, (text) => known.get(lowerCase(text)) ?? 0)
  const isFirst = Uint8Array.from(wordOfForm, (word) => (byFirst[word] === undefined ? 0 : 1))
  for (let paper = 0; paper < n; paper++) {
    const end = starts[paper + 1]
    for (let t = starts[paper]; t < end; t++) {
      if (isFirst[forms[t]] === 0) continue
      for (const words of byFirst[wordOfForm[forms[t]]]) {
        if (t + words.length <= end && words.every((word, i) => wordOfForm[forms[t + i]] === word))
          dropped.fill(1, t, t + words.length)
      }
    }
  }
}

/** In place: what is kept moves to the front, and no copy of all tokens is needed. */
function without(tokens: Tokens, dropped: Uint8Array): Tokens {
  const { n, forms, flags } = tokens
  const starts = new Int32Array(n + 1)
  const abstractStarts = new Int32Array(n)
  const read = (from: number, to: number, first: number): number => {
    let kept = first
    let carried = 0
    for (let t = from; t < to; t++) {
      if (dropped[t] === 1) {
        carried |= AFTER_BREAK | flags[t]
        continue
      }
      forms[kept] = forms[t]
      flags[kept++] = carried === 0 ? flags[t] : (carried | flags[t]) & ~AFTER_HYPHEN
      carried = 0
    }
    return kept
  }
  let kept = 0
  for (let paper = 0; paper < n; paper++) {
    kept = read(tokens.starts[paper], tokens.abstractStarts[paper], kept)
    abstractStarts[paper] = kept
    kept = read(tokens.abstractStarts[paper], tokens.starts[paper + 1], kept)
    starts[paper + 1] = kept
  }
  return { ...tokens, starts, abstractStarts, forms: forms.subarray(0, kept), flags: flags.subarray(0, kept) }
}
