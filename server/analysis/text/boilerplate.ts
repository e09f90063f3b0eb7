import { hashesOfForms } from './form-facts.ts'
import { frequentStretches } from './frequent-stretches.ts'
import { LISTED_PHRASES } from './listed-phrases.ts'
import { plainTokenKernels } from './plain-token-kernels.ts'
import { STEM_SLOTS, stemSlot } from './stem-slot.ts'
import type { TokenKernels } from './token-kernels.ts'
import { tokenize } from './tokenize.ts'
import type { ReadTokens, Tokens } from './tokens.ts'
import { wordList } from './word-list.ts'
import { WordTable } from './word-table.ts'

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
 * Takes the arrays of what was read over, and changes them. `meanwhile` and `later` are done once, while other threads look at the tokens: they may read what is known of forms, but no tokens, and call no kernels.
 */
export function dropBoilerplate(
  tokens: ReadTokens,
  kernels: TokenKernels = plainTokenKernels,
  meanwhile: () => void = () => {},
  later: () => void = () => {},
): ReadTokens {
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
        meanwhile,
        later,
      )
      for (const paper of papers) keepCopy(tokens, paper, dropped)
    } else {
      meanwhile()
      later()
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

/** Words of the listed phrases, the phrases as their numbers + 1 by the first of them, and 1 at the slot of each two words with which one begins. */
const LISTED = listed()

function listed(): { words: WordTable; byFirst: readonly number[][][]; mayBegin: Uint8Array } {
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
  const mayBegin = new Uint8Array(STEM_SLOTS)
  for (const [first, second] of byFirst.flat()) mayBegin[stemSlot(first, second)] = 1
  return { words: new WordTable(wordList([...known.keys()])), byFirst, mayBegin }
}

function dropListed(kernels: TokenKernels, { starts, forms, small }: ReadTokens, dropped: Uint8Array): void {
  const { words, byFirst, mayBegin } = LISTED
  const wordOfForm = new Int32Array(small.ends.length)
  const begins = kernels.bytes(small.ends.length)
  for (let form = 0; form < wordOfForm.length; form++) {
    const [start, end] = [small.starts[form], small.ends[form]]
    const word = words.find(small.units, start, end, small.hashes[form]) + 1
    wordOfForm[form] = word
    begins[form] = byFirst[word] === undefined ? 0 : 2
  }
  let paper = 0
  for (const t of kernels.findBegins(forms, begins, wordOfForm, mayBegin)) {
    while (starts[paper + 1] <= t) paper++
    for (const own of byFirst[wordOfForm[forms[t]]]) {
      if (t + own.length <= starts[paper + 1] && own.every((word, i) => wordOfForm[forms[t + i]] === word))
        dropped.fill(1, t, t + own.length)
    }
  }
}
