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

/** Reads definitions. */
export function meantAcronyms(corpus: Corpus, definitions: readonly Definition[]): MeantAcronym[] {
  const { forms, formTexts, stemOfForm, stemTexts } = corpus
  /** Form → the acronym that it is, where it was asked for. */
  const acronymOf = new Array<string | undefined>(formTexts.length)
  // Step by step, stems that were met lead to a place, and the last of them to the meaning.
  const places = new NumberMap(1 << 12)
  const meaningAt = new Map<number, Meaning>()
  return definitions.map((definition) => {
    const { short, from, to } = definition
    let place = 0
    for (let t = from; t < to; t++)
      place = places.getOrSet(place * (stemTexts.length + 1) + stemOfForm[forms[t]], places.size + 1)
    let meaning = meaningAt.get(place)
    if (meaning === undefined) meaningAt.set(place, (meaning = meaningOf(corpus, from, to)))
    const acronym = (acronymOf[forms[short]] ??= withoutPlural(formTexts[forms[short]]))
    return { paper: definition.paper, short, from, to, acronym, meaning }
  })
}

function meaningOf({ forms, stemOfForm, stemTexts }: Corpus, from: number, to: number): Meaning {
  const stems = Int32Array.from({ length: to - from }, (_, i) => stemOfForm[forms[from + i]])
  return { stems, key: Array.from(stems, (stem) => stemTexts[stem]).join('_') }
}

/**
 * The acronyms whose meaning n papers agree on: at least two papers (one, in a collection of under 500) and three quarters of
 * those that define it say the same. Acronym, without plural → what it stands for.
 */
export function agreedAcronyms(n: number, definitions: readonly MeantAcronym[]): Map<string, Meaning> {
  const meanings = new Map<string, Map<Meaning, { papers: number; lastPaper: number }>>()
  for (const { acronym, meaning, paper } of definitions) {
    let own = meanings.get(acronym)
    if (own === undefined) meanings.set(acronym, (own = new Map()))
    let uses = own.get(meaning)
    if (uses === undefined) own.set(meaning, (uses = { papers: 0, lastPaper: -1 }))
    if (uses.lastPaper !== paper) uses.papers++
    uses.lastPaper = paper
  }
  const least = n < SMALL ? 1 : LEAST_PAPERS
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
    if (papers >= least && agreeing >= LEAST_SHARE * all) agreed.set(acronym, meaning)
  }
  return agreed
}

/** Whether two meanings are one, or one says the same more exactly: large pre-trained language models (LLMs). */
export function agrees(a: Meaning, b: Meaning): boolean {
  if (a === b) return true
  const [fewer, more] = a.stems.length < b.stems.length ? [a.stems, b.stems] : [b.stems, a.stems]
  return fewer.every((stem) => more.includes(stem))
}
