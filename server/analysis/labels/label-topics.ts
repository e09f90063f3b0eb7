import type { StemmedCorpus } from '../text/corpus.ts'
import { countOverall, GroupCounts, membersOf } from './group-counts.ts'
import { occurrencesOf } from './occurrences.ts'
import { PhraseNames } from './phrase-names.ts'
import { shortlist } from './phrase-scores.ts'
import { shapeOf } from './phrase-shapes.ts'
import { type Phrases, stemsOf } from './phrases.ts'
import { type Choice, pickTerms } from './pick-terms.ts'
import { surfacesOf } from './surfaces.ts'
import { termKey } from './term-key.ts'

/** How a group of papers is called. */
export interface Label {
  label: string
  /** Readable terms, best first; the first is the label. */
  terms: string[]
}

/**
 * Names groups of papers: first the best phrase that covers a fifth of the group, then its most telling words, each as the
 * phrase it mostly stands in. No two groups get the same label, be it in other words (`LLMs`, `large language models`); terms that say
 * the same are dropped, and so are phrases that are torn off longer ones.
 * `groupOf`: paper → group 0…k−1, −1 for none. A group without any phrase gets an empty list of terms.
 */
export function labelGroups(corpus: StemmedCorpus, phrases: Phrases, groupOf: Int32Array, k: number): Label[] {
  const overall = countOverall(phrases, groupOf)
  const members = membersOf(groupOf, k)
  const counts = new GroupCounts(phrases)
  const shortlists = members.map((papers) => {
    counts.count(papers)
    return shortlist(corpus, phrases, counts, overall)
  })
  const wanted = [...new Set(shortlists.flatMap((list) => list.map(({ phrase }) => phrase)))].sort((a, b) => a - b)
  const stems = wanted.map((phrase) => stemsOf(phrases, phrase))
  const occurrences = occurrencesOf(corpus, stems)
  const names = new PhraseNames(corpus, phrases)
  const choice: Choice = { names, shapes: new Map(wanted.map((phrase, i) => [phrase, shapeOf(occurrences[i])])) }

  const taken = new Set<string>()
  // The group whose best phrase fits best chooses first.
  const order = shortlists
    .map((_, group) => group)
    .sort((a, b) => (shortlists[b][0]?.score ?? 0) - (shortlists[a][0]?.score ?? 0) || a - b)
  const terms: number[][] = Array.from({ length: k }, () => [])
  for (const group of order) {
    terms[group] = pickTerms(choice, shortlists[group], members[group].length, taken)
    if (terms[group].length === 0) continue
    const { key, letters } = names.of(terms[group][0])
    taken.add(key).add(letters)
  }
  const shown = [...new Set(terms.flat())].sort((a, b) => a - b)
  const place = new Map(wanted.map((phrase, i) => [phrase, i]))
  const surfaces = surfacesOf(
    corpus,
    shown.map((phrase) => stemsOf(phrases, phrase)),
    shown.map((phrase) => occurrences[place.get(phrase)!]),
  )
  const surfaceOf = new Map(shown.map((phrase, i) => [phrase, surfaces[i]]))
  return terms.map((own) => {
    const texts = own.map((phrase) => surfaceOf.get(phrase)!)
    return { label: texts[0] ?? '', terms: texts }
  })
}

/** What two ways of writing one term share. */
export const keyOf = termKey
