import type { Kernels } from '../kernels/kernels.ts'
import type { Corpus } from '../text/corpus.ts'
import { countUses, papersByGroup } from './group-papers.ts'
import { PhraseNames } from './phrase-names.ts'
import { lookOf } from './phrase-places.ts'
import { type Candidate, shortlistsOf } from './phrase-scores.ts'
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

/** Papers in groups. */
export interface Grouping {
  /** Paper → group 0…k−1, −1 for none. */
  groupOf: Int32Array
  k: number
}

/**
 * Names groups of papers: first the best phrase that covers a fifth of the group, then its most telling words, each as the
 * phrase it mostly stands in. No two groups get the same label, be it in other words (`LLMs`, `large language models`); terms that say
 * the same are dropped, and so are phrases that are torn off longer ones. A group without any phrase gets an empty list of terms. Groupings know nothing of each other.
 */
export function labelGroupings(
  kernels: Kernels,
  corpus: Corpus,
  phrases: Phrases,
  groupings: readonly Grouping[],
): Label[][] {
  const all = groupings.map(({ groupOf, k }) => {
    const groups = papersByGroup(groupOf, k)
    const uses = countUses(phrases, (paper) => groupOf[paper] >= 0)
    return { groups, shortlists: shortlistsOf(kernels, corpus, phrases, groups, uses) }
  })
  const candidates = all.flatMap(({ shortlists }) => shortlists.flat())
  const wanted = Array.from(Int32Array.from(new Set(candidates.map(({ phrase }) => phrase))).sort())
  const names = new PhraseNames(corpus, phrases)
  const choice: Choice = {
    names,
    shapes: new Map(wanted.map((phrase) => [phrase, shapeOf(lookOf(phrases.looks, phrase))])),
  }
  const terms = all.map(({ groups, shortlists }) => {
    const sizes = shortlists.map((_, group) => groups.starts[group + 1] - groups.starts[group])
    return termsOf(choice, shortlists, sizes)
  })
  const shown = [...new Set(terms.flat(2))].sort((a, b) => a - b)
  const surfaces = surfacesOf(
    corpus,
    phrases.uses,
    shown.map((phrase) => stemsOf(phrases, phrase)),
    shown.map((phrase) => lookOf(phrases.looks, phrase)),
  )
  const surfaceOf = new Map(shown.map((phrase, i) => [phrase, surfaces[i]]))
  return terms.map((groups) =>
    groups.map((own) => {
      const texts = own.map((phrase) => surfaceOf.get(phrase)!)
      return { label: texts[0] ?? '', terms: texts }
    }),
  )
}

/** Group → the phrases that are its terms; `sizes`: papers of the groups. */
function termsOf(choice: Choice, shortlists: readonly Candidate[][], sizes: readonly number[]): number[][] {
  const taken = new Set<string>()
  // The group whose best phrase fits best chooses first.
  const order = shortlists
    .map((_, group) => group)
    .sort((a, b) => (shortlists[b][0]?.score ?? 0) - (shortlists[a][0]?.score ?? 0) || a - b)
  const terms: number[][] = shortlists.map(() => [])
  for (const group of order) {
    terms[group] = pickTerms(choice, shortlists[group], sizes[group], taken)
    if (terms[group].length === 0) continue
    const { key, letters } = choice.names.of(terms[group][0])
    taken.add(key).add(letters)
  }
  return terms
}

/** What two ways of writing one term share. */
export const keyOf = termKey
