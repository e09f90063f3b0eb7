import { compareCodePoints } from '../../../shared/paper.ts'
import type { FoundDefinitions } from './acronym-definitions.ts'
import { acronymUses, longFormStems } from './acronym-uses.ts'
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
  const { stemTexts } = corpus
  const longForms = longFormStems(corpus, definitions)
  const { starts, stems } = longForms
  const uses = acronymUses(longForms, definitions.papers, definitions.acronyms.length)
  const least = corpus.n < SMALL ? 1 : LEAST_PAPERS
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
    return { stems: stems.slice(starts[first], starts[first + 1]), key: keyOf(use) }
  }

  function keyOf(use: number): string {
    const first = uses.firsts[use]
    let key = stemTexts[stems[starts[first]]]
    for (let at = starts[first] + 1; at < starts[first + 1]; at++) key += `_${stemTexts[stems[at]]}`
    return key
  }

  /** Whether one of two says the same as the other more exactly: large pre-trained language models (LLMs). */
  function agrees(a: number, b: number): boolean {
    const [one, other] = [uses.firsts[a], uses.firsts[b]]
    const isFewer = starts[one + 1] - starts[one] < starts[other + 1] - starts[other]
    const [fewer, more] = isFewer ? [one, other] : [other, one]
    for (let at = starts[fewer]; at < starts[fewer + 1]; at++) {
      let place = starts[more]
      while (place < starts[more + 1] && stems[place] !== stems[at]) place++
      if (place === starts[more + 1]) return false
    }
    return true
  }
}
