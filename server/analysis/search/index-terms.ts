import { singular } from '../text/stem.ts'
import { ACADEMIC_WORDS } from '../text/stop-words.ts'
import type { TextIndex } from './text-index.ts'

/** What of an index can be a term, numbered by the first of its words: words that fold to one (`image`, `images`) are one term. */
export interface IndexTerms {
  /** What the words of a term fold to → its number. */
  readonly numbers: ReadonlyMap<string, number>
  /** Where the words of a term start in `words`: length terms + 1. */
  readonly starts: Int32Array
  /** Numbers of words of the index, term by term. */
  readonly words: Int32Array
  /** Term → the one of its words that is used most; −1 where none is used but as a part of another. */
  readonly usual: Int32Array
  /** Term → papers that hold it. */
  readonly papers: Int32Array
}

/** An index never changes, and every comparison needs its terms. */
const KNOWN = new WeakMap<TextIndex, IndexTerms>()

/** The terms of an index; words that say nothing of a subject are none. */
export function termsOf(index: TextIndex): IndexTerms {
  const terms = KNOWN.get(index) ?? findTerms(index)
  KNOWN.set(index, terms)
  return terms
}

/** What a word of a query or of a list folds to. */
export function foldWord(word: string): string {
  return singular(word.toLowerCase().replaceAll('-', ''))
}

/** Calls `visit` for each paper that holds a term, once. `seen` is scratch: a number a paper, none of them a term before the first call. */
export function eachPaper(
  index: TextIndex,
  { starts, words }: Pick<IndexTerms, 'starts' | 'words'>,
  term: number,
  seen: Int32Array,
  visit: (paper: number) => void,
): void {
  for (let i = starts[term]; i < starts[term + 1]; i++) {
    const end = index.starts[words[i] + 1]
    for (let o = index.starts[words[i]]; o < end; o++) {
      const paper = index.papers[o]
      // One side of a hyphen says little by itself: `fine` in `fine-tuning`.
      if (index.isPart[o] === 1 || seen[paper] === term) continue
      seen[paper] = term
      visit(paper)
    }
  }
}

function findTerms(index: TextIndex): IndexTerms {
  const grouped = new Map<string, number[]>()
  index.words.forEach((word, w) => {
    if (index.joined[w] === 1 || ACADEMIC_WORDS.has(word) || !/\p{L}{2}/u.test(word)) return
    const key = singular(word)
    const words = grouped.get(key)
    if (words === undefined) grouped.set(key, [w])
    else words.push(w)
  })
  const starts = new Int32Array(grouped.size + 1)
  const numbers = new Map<string, number>()
  for (const [key, words] of grouped) {
    starts[numbers.size + 1] = starts[numbers.size] + words.length
    numbers.set(key, numbers.size)
  }
  const words = Int32Array.from([...grouped.values()].flat())
  const usual = new Int32Array(numbers.size).fill(-1)
  const papers = new Int32Array(numbers.size)
  const seen = new Int32Array(index.ids.length).fill(-1)
  for (let term = 0; term < numbers.size; term++) {
    eachPaper(index, { starts, words }, term, seen, () => papers[term]++)
    let most = 0
    for (const w of words.subarray(starts[term], starts[term + 1])) {
      const own = ownUses(index, w)
      if (own > most) [usual[term], most] = [w, own]
    }
  }
  return { numbers, starts, words, usual, papers }
}

function ownUses({ starts, isPart }: TextIndex, word: number): number {
  let own = 0
  for (let o = starts[word]; o < starts[word + 1]; o++) own += 1 - isPart[o]
  return own
}
