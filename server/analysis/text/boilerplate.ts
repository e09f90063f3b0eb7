import { hashesOfForms } from './form-facts.ts'
import { frequentStretches } from './frequent-stretches.ts'
import { LISTED_PHRASES } from './listed-phrases.ts'
import { plainTokenKernels } from './plain-token-kernels.ts'
import { STEM_SLOTS, stemSlot } from './stem-slot.ts'
import type { TokenKernels } from './token-kernels.ts'
import { tokenize } from './tokenize.ts'
import type { ReadTokens, Tokens } from './tokens.ts'

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
export function dropBoilerplate(tokens: ReadTokens, kernels: TokenKernels = plainTokenKernels): ReadTokens {
  const rows = kernels.scope(() => {
    const dropped = kernels.bytes(tokens.forms.length)
    const least = Math.max(LEAST_PAPERS, Math.ceil(LEAST_SHARE * tokens.n))
    if (tokens.n >= LEAST_PAPERS) {
      const papers = new Set<number>()
      frequentStretches(
        kernels,
        { ...tokens, hashes: hashesOfForms(kernels, tokens) },
        least,
        (paper, from, length) => {
          dropped.fill(1, from, from + length)
          papers.add(paper)
        },
      )
      for (const paper of papers) keepCopy(tokens, paper, dropped)
    }
    dropListed(kernels, tokens, dropped)
    return kernels.compact(tokens, dropped)
  })
  return { ...tokens, ...rows }
}

function keepCopy({ abstractStarts, starts }: Tokens, paper: number, dropped: Uint8Array): void {
  const [from, to] = [abstractStarts[paper], starts[paper + 1]]
  let count = 0
  for (let t = from; t < to; t++) count += dropped[t]
  if (count > MOST_OF_ABSTRACT * (to - from)) dropped.fill(0, from, to)
}

function dropListed(kernels: TokenKernels, { starts, forms, words: formWords }: ReadTokens, dropped: Uint8Array): void {
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
  const wordOfForm = new Int32Array(formWords.length)
  const begins = kernels.bytes(formWords.length)
  formWords.forEach((text, form) => {
    const word = known.get(text) ?? 0
    wordOfForm[form] = word
    begins[form] = byFirst[word] === undefined ? 0 : 2
  })
  const mayBegin = new Uint8Array(STEM_SLOTS)
  for (const [first, second] of byFirst.flat()) mayBegin[stemSlot(first, second)] = 1
  let paper = 0
  for (const t of kernels.findBegins(forms, begins, wordOfForm, mayBegin)) {
    while (starts[paper + 1] <= t) paper++
    for (const words of byFirst[wordOfForm[forms[t]]]) {
      if (t + words.length <= starts[paper + 1] && words.every((word, i) => wordOfForm[forms[t + i]] === word))
        dropped.fill(1, t, t + words.length)
    }
  }
}
