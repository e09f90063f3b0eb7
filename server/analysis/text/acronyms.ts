import { compareCodePoints } from '../../../shared/paper.ts'
import { NumberMap } from '../math/number-map.ts'
import type { FoundDefinitions } from './acronym-definitions.ts'
import type { Corpus } from './corpus.ts'

/** Papers that must say the same of an acronym; in a small collection one is enough. */
const LEAST_PAPERS = 2
const SMALL = 500
/** Share of an acronym's definitions that must say the same: `MT` may be machine translation here and metamorphic testing there. */
const LEAST_SHARE = 0.75

/** What an acronym stands for. */
export interface Meaning {
  /** Stems of the long form, first to last. */
  stems: Int32Array
  /** Their texts, joined by `_`. */
  key: string
}

/** What a collection agrees on. */
export interface Acronyms {
  /** Number of an acronym → what it stands for; in the order in which papers first define them. */
  agreed: ReadonlyMap<number, Meaning>
  /** Definition → SAME or OTHER, 0 where the papers do not agree on its acronym. */
  verdicts: Uint8Array
}

/** A definition says what the papers agree on, or that more exactly; or it says something else. */
export const SAME = 1
export const OTHER = 2

/**
 * The acronyms whose meaning the papers agree on: at least two of them (one, in a collection of under 500) and three quarters of
 * those that define it say the same. Most definitions are nobody else's: of these nothing is written out.
 */
export function agreedAcronyms(corpus: Corpus, definitions: FoundDefinitions): Acronyms {
  const { forms, stemOfForm, stemTexts } = corpus
  const { froms, tos } = definitions
  const uses = usesOf(corpus, definitions)
  const least = corpus.n < SMALL ? 1 : LEAST_PAPERS
  const stemAt = (token: number): number => stemOfForm[forms[token]]
  const agreed = new Map<number, Meaning>()
  const verdictOfUse = new Uint8Array(uses.papers.length)
  for (const [acronym, own] of uses.ofAcronyms(least)) {
    let best = own[0]
    for (const use of own) {
      const more = uses.papers[use] - uses.papers[best]
      if (more > 0 || (more === 0 && use !== best && compareCodePoints(keyOf(use), keyOf(best)) < 0)) best = use
    }
    let all = 0
    let agreeing = 0
    for (const use of own) {
      all += uses.papers[use]
      verdictOfUse[use] = use === best || agrees(use, best) ? SAME : OTHER
      if (verdictOfUse[use] === SAME) agreeing += uses.papers[use]
    }
    if (uses.papers[best] >= least && agreeing >= LEAST_SHARE * all) agreed.set(acronym, meaningOf(best))
    else for (const use of own) verdictOfUse[use] = 0
  }
  const verdicts = new Uint8Array(uses.ofDefinition.length)
  for (let i = 0; i < verdicts.length; i++) verdicts[i] = verdictOfUse[uses.ofDefinition[i]]
  return { agreed, verdicts }

  function meaningOf(use: number): Meaning {
    const first = uses.firsts[use]
    const stems = Int32Array.from(forms.subarray(froms[first], tos[first]), (form) => stemOfForm[form])
    return { stems, key: keyOf(use) }
  }

  function keyOf(use: number): string {
    const first = uses.firsts[use]
    let key = stemTexts[stemAt(froms[first])]
    for (let t = froms[first] + 1; t < tos[first]; t++) key += `_${stemTexts[stemAt(t)]}`
    return key
  }

  /** Whether one of two says the same as the other more exactly: large pre-trained language models (LLMs). */
  function agrees(a: number, b: number): boolean {
    const lengthOf = (use: number): number => tos[uses.firsts[use]] - froms[uses.firsts[use]]
    const [fewer, more] = (lengthOf(a) < lengthOf(b) ? [a, b] : [b, a]).map((use) => uses.firsts[use])
    for (let t = froms[fewer]; t < tos[fewer]; t++) {
      let other = froms[more]
      while (other < tos[more] && stemAt(other) !== stemAt(t)) other++
      if (other === tos[more]) return false
    }
    return true
  }
}

/** Meanings of acronyms: each acronym with each long form that it is given. */
class Uses {
  /** Definition → its use. */
  readonly ofDefinition: Int32Array
  /** Use → papers that have it, its acronym, and the first of its definitions. */
  readonly papers: number[] = []
  readonly acronyms: number[] = []
  readonly firsts: number[] = []

  constructor(definitions: number) {
    this.ofDefinition = new Int32Array(definitions)
  }

  /** The uses of each acronym of which one has so many papers, in the order in which they are met. */
  ofAcronyms(least: number): Map<number, number[]> {
    const isCommon = new Set(this.acronyms.filter((_, use) => this.papers[use] >= least))
    const found = new Map<number, number[]>()
    this.acronyms.forEach((acronym, use) => {
      if (!isCommon.has(acronym)) return
      const own = found.get(acronym)
      if (own === undefined) found.set(acronym, [use])
      else own.push(use)
    })
    return found
  }
}

function usesOf(corpus: Corpus, { papers, shorts, froms, tos, acronymOf }: FoundDefinitions): Uses {
  const { forms, stemOfForm, stemTexts } = corpus
  const uses = new Uses(papers.length)
  // Step by step, stems that were met lead to a place, which stands for the long form.
  const places = new NumberMap(papers.length)
  const numbers = new NumberMap(papers.length)
  /** Use → the last paper that has it. */
  const last: number[] = []
  for (let i = 0; i < papers.length; i++) {
    let place = 0
    for (let t = froms[i]; t < tos[i]; t++)
      place = places.getOrSet(place * (stemTexts.length + 1) + stemOfForm[forms[t]], places.size + 1)
    const acronym = acronymOf[forms[shorts[i]]] - 1
    const use = numbers.getOrSet(acronym * MOST_PLACES + place, last.length)
    uses.ofDefinition[i] = use
    if (use === last.length) {
      last.push(-1)
      uses.papers.push(0)
      uses.acronyms.push(acronym)
      uses.firsts.push(i)
    }
    if (last[use] !== papers[i]) uses.papers[use]++
    last[use] = papers[i]
  }
  return uses
}

/** More places than all definitions have words. */
const MOST_PLACES = 2 ** 31
