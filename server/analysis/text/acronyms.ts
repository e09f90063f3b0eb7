import { compareCodePoints } from '../../../shared/paper.ts'
import { type Definition, withoutPlural } from './acronym-definitions.ts'
import type { Corpus } from './corpus.ts'

/** Papers that must say the same of an acronym; in a small collection one is enough. */
const LEAST_PAPERS = 2
const SMALL = 500
/** Share of an acronym's definitions that must say the same: `MT` may be machine translation here and metamorphic testing there. */
const LEAST_SHARE = 0.75

/** What an acronym stands for throughout a collection. */
export interface Acronym {
  /** Stems of the long form, first to last. */
  stems: Int32Array
  /** Their texts, joined by `_`: the same for two acronyms of one thing. */
  key: string
}

/**
 * The acronyms whose meaning a collection agrees on: at least two papers (one, in a collection of under 500) and three quarters of
 * those that define it say the same. Acronym, without plural → what it stands for.
 */
export function agreedAcronyms(corpus: Corpus, definitions: readonly Definition[]): Map<string, Acronym> {
  const meanings = new Map<string, Map<string, { stems: Int32Array; papers: number; lastPaper: number }>>()
  for (const definition of definitions) {
    const acronym = acronymAt(corpus, definition.short)
    const stems = meaningOf(corpus, definition)
    const key = keyOf(corpus, stems)
    let own = meanings.get(acronym)
    if (own === undefined) meanings.set(acronym, (own = new Map()))
    let meaning = own.get(key)
    if (meaning === undefined) own.set(key, (meaning = { stems, papers: 0, lastPaper: -1 }))
    if (meaning.lastPaper !== definition.paper) meaning.papers++
    meaning.lastPaper = definition.paper
  }
  const least = corpus.n < SMALL ? 1 : LEAST_PAPERS
  const agreed = new Map<string, Acronym>()
  for (const [acronym, own] of meanings) {
    const [[key, { stems, papers }]] = [...own].sort(
      (a, b) => b[1].papers - a[1].papers || compareCodePoints(a[0], b[0]),
    )
    let all = 0
    let agreeing = 0
    for (const meaning of own.values()) {
      all += meaning.papers
      if (isSame(meaning.stems, stems)) agreeing += meaning.papers
    }
    if (papers >= least && agreeing >= LEAST_SHARE * all) agreed.set(acronym, { stems, key })
  }
  return agreed
}

/** The acronym that a token is, without plural. */
export function acronymAt(corpus: Corpus, token: number): string {
  return withoutPlural(corpus.formTexts[corpus.forms[token]])
}

/** Whether a paper means by an acronym what the collection does, or more exactly that: large pre-trained language models (LLMs). */
export function agrees(corpus: Corpus, definition: Definition, { stems }: Acronym): boolean {
  return isSame(meaningOf(corpus, definition), stems)
}

/** Whether one long form has all words of the other. */
function isSame(a: Int32Array, b: Int32Array): boolean {
  const [fewer, more] = a.length < b.length ? [a, b] : [b, a]
  return fewer.every((stem) => more.includes(stem))
}

function meaningOf(corpus: Corpus, { from, to }: Definition): Int32Array {
  return Int32Array.from({ length: to - from }, (_, i) => corpus.stemOfForm[corpus.forms[from + i]])
}

function keyOf(corpus: Corpus, stems: Int32Array): string {
  return Array.from(stems, (stem) => corpus.stemTexts[stem]).join('_')
}
