import { compareCodePoints } from '../../../shared/paper.ts'
import type { FoundDefinitions } from './acronym-definitions.ts'
import { acronymUses } from './acronym-uses.ts'
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
  const uses = acronymUses(corpus, definitions)
  const least = corpus.n < SMALL ? 1 : LEAST_PAPERS
  const stemAt = (token: number): number => stemOfForm[forms[token]]
  const agreed = new Map<number, Meaning>()
  const verdictOfUse = new Uint8Array(uses.papers.length)
  for (let first = 0; first < uses.papers.length; first++) {
    if (uses.isFirst[first] === 0 || uses.most[uses.acronyms[first]] < least) continue
    let best = first
    for (let use = uses.nexts[first]; use >= 0; use = uses.nexts[use]) {
      const more = uses.papers[use] - uses.papers[best]
      if (more > 0 || (more === 0 && compareCodePoints(keyOf(use), keyOf(best)) < 0)) best = use
    }
    let all = 0
    let agreeing = 0
    for (let use = first; use >= 0; use = uses.nexts[use]) {
      all += uses.papers[use]
      verdictOfUse[use] = use === best || agrees(use, best) ? SAME : OTHER
      if (verdictOfUse[use] === SAME) agreeing += uses.papers[use]
    }
    if (agreeing >= LEAST_SHARE * all) agreed.set(uses.acronyms[first], meaningOf(best))
    else for (let use = first; use >= 0; use = uses.nexts[use]) verdictOfUse[use] = 0
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
    const [one, other] = [uses.firsts[a], uses.firsts[b]]
    const isFewer = tos[one] - froms[one] < tos[other] - froms[other]
    const [fewer, more] = isFewer ? [one, other] : [other, one]
    for (let t = froms[fewer]; t < tos[fewer]; t++) {
      let place = froms[more]
      while (place < tos[more] && stemAt(place) !== stemAt(t)) place++
      if (place === tos[more]) return false
    }
    return true
  }
}
