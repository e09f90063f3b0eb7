import { compareCodePoints } from '../../../shared/paper.ts'
import { NumberMap } from '../math/number-map.ts'
import { type Definition, withoutPlural } from './acronym-definitions.ts'
import type { Corpus } from './corpus.ts'

/** Papers that must say the same of an acronym; in a small collection one is enough. */
const LEAST_PAPERS = 2
const SMALL = 500
/** Share of an acronym's definitions that must say the same: `MT` may be machine translation here and metamorphic testing there. */
const LEAST_SHARE = 0.75

/** What an acronym stands for: one object for the same stems. */
export interface Meaning {
  /** Stems of the long form, first to last. */
  stems: Int32Array
  /** Their texts, joined by `_`. */
  key: string
}

/** A definition, read: which acronym (without plural) stands for what. */
export interface MeantAcronym extends Definition {
  acronym: string
  meaning: Meaning
}

/** What a collection agrees on. */
export interface Acronyms {
  /** Acronym, without plural → what it stands for. */
  agreed: ReadonlyMap<string, Meaning>
  /** The definitions of these acronyms. */
  definitions: readonly MeantAcronym[]
}

/**
 * The acronyms whose meaning the papers agree on: at least two of them (one, in a collection of under 500) and three quarters of
 * those that define it say the same.
 */
export function agreedAcronyms(corpus: Corpus, found: readonly Definition[]): Acronyms {
  const definitions = meantAcronyms(corpus, found)
  const agreed = agreement(corpus.n, definitions)
  return { agreed, definitions: definitions.filter(({ acronym }) => agreed.has(acronym)) }
}

/** Reads the definitions of acronyms that enough papers define alike. Most have one that nobody else has: of these nothing is written out. */
function meantAcronyms(corpus: Corpus, definitions: readonly Definition[]): MeantAcronym[] {
  const { forms, formTexts, stemOfForm, stemTexts } = corpus
  /** Acronyms, and how many papers give one the meaning that it has most often. */
  const numbers = new Map<string, number>()
  const most: number[] = []
  /** Form → 1 + the number of the acronym that it is, 0 where nobody has asked. */
  const acronymOf = new Int32Array(formTexts.length)
  const numberOf = (form: number): number => {
    if (acronymOf[form] > 0) return acronymOf[form] - 1
    const acronym = withoutPlural(formTexts[form])
    const number = numbers.get(acronym) ?? most.push(0) - 1
    numbers.set(acronym, number)
    acronymOf[form] = number + 1
    return number
  }
  // Step by step, stems that were met lead to a place, which stands for the meaning.
  const places = new NumberMap(1 << 12)
  const placeOf = new Int32Array(definitions.length)
  definitions.forEach(({ from, to }, i) => {
    let place = 0
    for (let t = from; t < to; t++)
      place = places.getOrSet(place * (stemTexts.length + 1) + stemOfForm[forms[t]], places.size + 1)
    placeOf[i] = place
  })
  /** Meaning of an acronym → its papers, and the last of them. */
  const uses = new NumberMap(1 << 12)
  const papers: number[] = []
  const last: number[] = []
  definitions.forEach(({ short, paper }, i) => {
    const number = numberOf(forms[short])
    const use = uses.getOrSet(number * MOST_PLACES + placeOf[i], papers.length)
    if (use === papers.length) {
      papers.push(0)
      last.push(-1)
    }
    if (last[use] !== paper) most[number] = Math.max(most[number], ++papers[use])
    last[use] = paper
  })
  const texts = [...numbers.keys()]
  const meanings = new Map<number, Meaning>()
  const meant: MeantAcronym[] = []
  definitions.forEach(({ paper, short, from, to }, i) => {
    const number = numberOf(forms[short])
    if (most[number] < leastPapers(corpus.n)) return
    let meaning = meanings.get(placeOf[i])
    if (meaning === undefined) meanings.set(placeOf[i], (meaning = meaningOf(corpus, from, to)))
    meant.push({ paper, short, from, to, acronym: texts[number], meaning })
  })
  return meant
}

/** More places than all definitions have words. */
const MOST_PLACES = 2 ** 31

function leastPapers(n: number): number {
  return n < SMALL ? 1 : LEAST_PAPERS
}

function meaningOf({ forms, stemOfForm, stemTexts }: Corpus, from: number, to: number): Meaning {
  const stems = Int32Array.from({ length: to - from }, (_, i) => stemOfForm[forms[from + i]])
  return { stems, key: Array.from(stems, (stem) => stemTexts[stem]).join('_') }
}

function agreement(n: number, definitions: readonly MeantAcronym[]): Map<string, Meaning> {
  const meanings = new Map<string, Map<Meaning, { papers: number; lastPaper: number }>>()
  for (const { acronym, meaning, paper } of definitions) {
    let own = meanings.get(acronym)
    if (own === undefined) meanings.set(acronym, (own = new Map()))
    let uses = own.get(meaning)
    if (uses === undefined) own.set(meaning, (uses = { papers: 0, lastPaper: -1 }))
    if (uses.lastPaper !== paper) uses.papers++
    uses.lastPaper = paper
  }
  const agreed = new Map<string, Meaning>()
  for (const [acronym, own] of meanings) {
    const [[meaning, { papers }]] = [...own].sort(
      (a, b) => b[1].papers - a[1].papers || compareCodePoints(a[0].key, b[0].key),
    )
    let all = 0
    let agreeing = 0
    for (const [other, uses] of own) {
      all += uses.papers
      if (agrees(other, meaning)) agreeing += uses.papers
    }
    if (papers >= leastPapers(n) && agreeing >= LEAST_SHARE * all) agreed.set(acronym, meaning)
  }
  return agreed
}

/** Whether two meanings are one, or one says the same more exactly: large pre-trained language models (LLMs). */
export function agrees(a: Meaning, b: Meaning): boolean {
  if (a === b) return true
  const [fewer, more] = a.stems.length < b.stems.length ? [a.stems, b.stems] : [b.stems, a.stems]
  return fewer.every((stem) => more.includes(stem))
}
