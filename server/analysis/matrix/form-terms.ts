import type { Corpus } from '../text/corpus.ts'
import { IS_ACADEMIC, IS_BARE, IS_STOP } from '../text/word-kind.ts'

/** What the forms of a corpus count as: terms, or columns. */
export interface FormTerms {
  /** Form → its term; NONE for none, LIST − i where it counts as what stands in `lists` from i on: true of hardly any form. */
  own: Int32Array
  /** How many terms there are, then each of them: its own first, then those of its words; one list after the other. */
  lists: Int32Array
}

export const NONE = -1
export const LIST = -2

/**
 * The terms of forms: their stems, unless they say nothing. A long form counts as its words as well, so that `large language model` is what `LLM` is, and also close to papers on language
 * models. An acronym alone is not spelled out: that blurs the topics of collections in which every other paper speaks of LLMs (README, what was tried).
 */
export function formTerms({ stemOfForm, stemKinds, longForms }: Corpus, dropAcademic: boolean): FormTerms {
  const banned = IS_STOP | IS_BARE | (dropAcademic ? IS_ACADEMIC : 0)
  const terms = stemOfForm.map((stem) => ((stemKinds[stem] & banned) === 0 ? stem : NONE))
  const own = terms.slice()
  const lists: number[] = []
  for (const [form, words] of longForms) {
    own[form] = LIST - lists.length
    lists.push(1 + words.length, terms[form], ...words.map((word) => terms[word]))
  }
  return { own, lists: Int32Array.from(lists) }
}

/** The same with columns for terms: `column` of each term, NONE for none. */
export function formColumns({ own, lists }: FormTerms, column: Int32Array): FormTerms {
  const columns = lists.slice()
  for (let at = 0; at < lists.length; at += lists[at] + 1)
    for (let i = at + 1; i <= at + lists[at]; i++) columns[i] = lists[i] < 0 ? NONE : column[lists[i]]
  return { own: own.map((term) => (term < 0 ? term : column[term])), lists: columns }
}
