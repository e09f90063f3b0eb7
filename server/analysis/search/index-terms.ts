import { singular } from '../text/stem.ts'
import { ACADEMIC_WORDS } from '../text/stop-words.ts'
import type { IndexedWords, Texts } from './occurrence-source.ts'

/** Which words of an index can be terms, grouped: words that fold to one (`image`, `images`) are one term. */
export interface TermWords {
  /** Where the words of a term start in `words`: length terms + 1. Terms are numbered by the first of their words. */
  readonly starts: Int32Array
  /** Numbers of words of the index, term by term. */
  readonly words: Int32Array
}

/** The terms of an index; words that say nothing of a subject are none. */
export interface IndexTerms extends TermWords {
  /** Term → the one of its words that is used most; −1 where none is used but as a part of another. */
  readonly usual: Int32Array
  /** Term → papers that hold it. */
  readonly papers: Int32Array
}

/** Groups the words of an index (sorted; `joined`: word → 1 where it is no term). */
export function groupTerms(all: readonly string[], joined: Uint8Array): TermWords {
  const grouped = new Map<string, number[]>()
  all.forEach((word, w) => {
    if (joined[w] === 1 || ACADEMIC_WORDS.has(word) || !/\p{L}{2}/u.test(word)) return
    const key = singular(word)
    const words = grouped.get(key)
    if (words === undefined) grouped.set(key, [w])
    else words.push(w)
  })
  const starts = new Int32Array(grouped.size + 1)
  let term = 0
  for (const { length } of grouped.values()) starts[term + 1] = starts[term++] + length
  const words = new Int32Array(starts[term])
  let at = 0
  for (const own of grouped.values()) for (const w of own) words[at++] = w
  return { starts, words }
}

/** Counts what terms occur in. */
export function countTerms(index: IndexedWords, { starts, words }: TermWords): IndexTerms {
  const terms = starts.length - 1
  const usual = new Int32Array(terms).fill(-1)
  const papers = new Int32Array(terms)
  const seen = new Int32Array(index.ids.length).fill(-1)
  for (const stretch of termStretches(index, { starts, words })) {
    for (let term = stretch.first; term < stretch.last; term++) {
      let most = 0
      for (let i = starts[term]; i < starts[term + 1]; i++) {
        const from = index.begins[words[i]] - stretch.from
        let own = 0
        for (let o = from; o < from + index.counts[words[i]]; o++) {
          if (stretch.isPart[o] === 1) continue
          own++
          if (seen[stretch.papers[o]] === term) continue
          seen[stretch.papers[o]] = term
          papers[term]++
        }
        if (own > most) [usual[term], most] = [words[i], own]
      }
    }
  }
  return { starts, words, usual, papers }
}

/** Some terms, one after the other, with all their occurrences. */
export interface TermStretch {
  /** Terms `first` up to, not including, `last`. */
  first: number
  last: number
  /** Number of the first occurrence; those of a term begin at `begins[its first word] − from`. */
  from: number
  /** Occurrence → paper, and whether it is no term of its own: one side of a hyphen says little by itself (`fine` in `fine-tuning`). */
  papers: Int32Array
  isPart: Uint8Array
}

/** Occurrences that are read at a time: few enough to lie in the cache of a processor. */
const AT_ONCE = 1 << 18

/** All terms of an index in stretches, for who must look at each of their occurrences. */
export function* termStretches(
  { begins, counts, occurrences }: IndexedWords,
  { starts, words }: TermWords,
): Generator<TermStretch> {
  const terms = starts.length - 1
  for (let first = 0; first < terms;) {
    const from = begins[words[starts[first]]]
    let last = first
    let to = from
    while (last < terms && (last === first || to - from < AT_ONCE)) {
      const word = words[starts[++last] - 1]
      to = begins[word] + counts[word]
    }
    yield { first, last, from, papers: occurrences.papers(from, to), isPart: occurrences.isPart(from, to) }
    first = last
  }
}

/** What the words of terms fold to → the number of the term. */
const NUMBERS = new WeakMap<TermWords, ReadonlyMap<string, number>>()

/** The number of the term, of an index with the words `all`, that a word of a list, such as one to be ignored, folds to; undefined where the index has none. */
export function findTerm(all: Texts, terms: TermWords, word: string): number | undefined {
  const { starts, words } = terms
  let numbers = NUMBERS.get(terms)
  if (numbers === undefined) {
    numbers = new Map(Array.from(starts.subarray(0, -1), (at, term) => [singular(all.at(words[at])!), term]))
    NUMBERS.set(terms, numbers)
  }
  return numbers.get(singular(word.toLowerCase().replaceAll('-', '')))
}
