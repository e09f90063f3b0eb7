import { compareCodePoints, type Paper } from '../../../shared/paper.ts'
import { dateSpan } from '../../../shared/period.ts'
import { cleanText } from '../text/clean.ts'
import { Int32List, Uint8List } from '../text/growing-list.ts'
import { STOP_WORDS } from '../text/stop-words.ts'
import { AFTER_HYPHEN } from '../text/token-flags.ts'
import { tokenize } from '../text/tokenize.ts'
import { indexedWord, namesOf, WORD_FIELDS, type WordField } from './field-words.ts'
import { countTerms, groupTerms, type IndexTerms } from './index-terms.ts'
import type { IndexedWords, Texts } from './occurrence-source.ts'
import { Occurrences } from './occurrences.ts'
import { ABSTRACT_START } from './places.ts'
import type { PostingSource } from './postings.ts'
import { sentencesOf } from './sentences.ts'
import { WordForms } from './word-forms.ts'

const LAST_PLACE = 65535
/** Places left empty between sentences, and between names: no phrase reaches across. */
const GAP = 16

/** `precision` of a paper's date in the index. */
export const PRECISIONS = ['none', 'year', 'month', 'day'] as const

/**
 * The words of a collection with their places, ready to answer queries, and the dates to count them by.
 * Papers are numbered in order of id (code point). Made by `buildTextIndex`.
 */
export interface TextIndex extends IndexedWords {
  /**
   * Lower-case words, sorted by code point; stop words are left out, but keep their place. Words of other fields than title and
   * abstract stand here as `@author lovelace` (`field-words.ts`).
   */
  readonly words: Texts
  /** Word → how people write it, where that is otherwise: `llms` → `LLMs`, `pretraining` → `pre-training`. */
  readonly shown: ReadonlyMap<string, string>
  /** Word → 1 where no occurrence of it is a term: words of fields, sides of a hyphen joined over a stop word (`to-image`). */
  readonly joined: Uint8Array
  readonly terms: IndexTerms
  /** Papers of frequent words, in an index that was read from a file; null where there are none. */
  readonly postings: PostingSource | null
  /** Paper → words of its title, and of its abstract, that are in the index. */
  readonly titleWords: Uint16Array
  readonly abstractWords: Uint16Array
  /** Paper → first and last day that its date may mean (days since 1970-01-01); 0 where `precision` is 0. */
  readonly firstDay: Int32Array
  readonly lastDay: Int32Array
  /** Paper → index into PRECISIONS. */
  readonly precision: Uint8Array
  /** Paper → 1 where it has an abstract. */
  readonly hasAbstract: Uint8Array
}

/** An index in memory. */
export interface BuiltTextIndex extends TextIndex {
  readonly ids: readonly string[]
  readonly words: readonly string[]
}

/** Builds the index of papers sorted by id, each of which is read once. */
export function buildTextIndex(papers: Iterable<Paper>): BuiltTextIndex {
  const found = new Occurrences()
  const forms = new WordForms()
  /** Word, as `found` numbers it → true where it is a term; holes elsewhere. */
  const isTerm: boolean[] = []
  /** Indexes a text from a place on, and gives the number of its words. */
  const addText = (text: string, paper: number, from: number, to: number, tellsForms: boolean): number => {
    let place = from
    let count = 0
    for (const sentence of sentencesOf(cleanText(text))) {
      let previous = { token: '', isStop: true }
      tokenize(sentence, (token, flags) => {
        const word = token.toLowerCase()
        if (place >= to) return
        const isStop = STOP_WORDS.has(word)
        if (!isStop) {
          const number = found.add(word, paper, place)
          isTerm[number] = true
          count++
          if (tellsForms) forms.add(token, number, token === word)
        }
        // `pre-training` is also found as `pretraining`.
        if ((flags & AFTER_HYPHEN) !== 0 && previous.token !== '') {
          const areBoth = !isStop && !previous.isStop
          const number = found.add(previous.token.toLowerCase() + word, paper, place, areBoth ? 2 : 0, !areBoth)
          if (areBoth) isTerm[number] = true
          if (areBoth && tellsForms) forms.add(`${previous.token}-${token}`, number, false)
        }
        previous = { token, isStop }
        place++
      })
      place += GAP
    }
    return count
  }
  const addNames = (field: WordField, names: readonly string[], paper: number): void => {
    let place = 0
    for (const name of names) {
      for (const word of namesOf(name)) if (place < LAST_PLACE) found.add(indexedWord(field, word), paper, place++)
      place += GAP
    }
  }
  const ids: string[] = []
  const firstDay = new Int32List()
  const lastDay = new Int32List()
  const precision = new Uint8List()
  const hasAbstract = new Uint8List()
  const titleWords = new Int32List()
  const abstractWords = new Int32List()
  for (const paper of papers) {
    const { id, title, abstract, date } = paper
    const number = ids.length
    ids.push(id)
    // Titles lend capitals to any word: they tell how a word is written only where there is nothing else.
    titleWords.push(addText(title, number, 0, ABSTRACT_START - GAP, abstract === null))
    abstractWords.push(abstract === null ? 0 : addText(abstract, number, ABSTRACT_START, LAST_PLACE, true))
    hasAbstract.push(abstract === null ? 0 : 1)
    for (const field of Object.keys(WORD_FIELDS) as WordField[]) addNames(field, WORD_FIELDS[field](paper), number)
    const span = date === null ? null : dateSpan(date)
    firstDay.push(span?.first ?? 0)
    lastDay.push(span?.last ?? 0)
    precision.push(span === null ? 0 : PRECISIONS.indexOf(span.precision))
  }
  const { words, numbers } = found.sorted(compareCodePoints)
  const joined = Uint8Array.from(numbers, (number) => (isTerm[number] ? 0 : 1))
  const grouped = groupTerms(words, joined)
  const { begins, counts, occurrences } = found.laidOut(numbers, grouped)
  return {
    ids,
    words,
    shown: forms.shown((word) => found.textOf(word)),
    joined,
    begins,
    counts,
    occurrences,
    terms: countTerms({ ids, begins, counts, occurrences }, grouped),
    postings: null,
    titleWords: Uint16Array.from(titleWords.toArray()),
    abstractWords: Uint16Array.from(abstractWords.toArray()),
    firstDay: firstDay.toArray(),
    lastDay: lastDay.toArray(),
    precision: precision.toArray(),
    hasAbstract: hasAbstract.toArray(),
  }
}
