import type { IndexedWords } from './occurrence-source.ts'
import { ABSTRACT_START } from './places.ts'

/** A word that is found so often, or once in so many papers, is held paper by paper as well. */
const LEAST = 1024
const IN_PAPERS = 64
/** Most times that a byte can count. */
const MOST = 255

/** The papers of a frequent word and how often each holds it: a sixth of the bytes of its occurrences. */
export interface Postings {
  /** How many papers there are. */
  readonly size: number
  /** From paper to paper, the first from −1 on: 1 to 255, or 0 for 255 on without a paper. */
  readonly gaps: Uint8Array
  /** Times that the word is in the title of each paper, and at later places. */
  readonly titles: Uint8Array
  readonly abstracts: Uint8Array
}

/** Postings of an index, which are read when they are asked for. */
export interface PostingSource {
  /** Those of a word; null where it has none. */
  of(word: number): Postings | null
}

/** Which words of an index have postings, and where they are in lists of all. */
export interface PostingPlan {
  /** Numbers of words, ascending. */
  readonly words: Int32Array
  /** Where the papers of each begin, and its gaps: one more than there are words. */
  readonly starts: Int32Array
  readonly gapStarts: Int32Array
}

/** Finds the frequent words of an index; one that a single paper holds too often is none of them. */
export function planPostings(index: IndexedWords): PostingPlan {
  const least = Math.max(LEAST, index.ids.length / IN_PAPERS)
  const words: number[] = []
  const starts = [0]
  const gapStarts = [0]
  index.counts.forEach((count, word) => {
    if (count < least) return
    const { size, gaps, fits } = measure(index, word)
    if (!fits) return
    words.push(word)
    starts.push(starts.at(-1)! + size)
    gapStarts.push(gapStarts.at(-1)! + gaps)
  })
  return { words: Int32Array.from(words), starts: Int32Array.from(starts), gapStarts: Int32Array.from(gapStarts) }
}

function measure(index: IndexedWords, word: number): { size: number; gaps: number; fits: boolean } {
  const sizes = { size: 0, gaps: 0, fits: true }
  let last = -1
  eachPaper(index, word, (paper, title, abstract) => {
    sizes.size++
    sizes.gaps += Math.ceil((paper - last) / MOST)
    if (title > MOST || abstract > MOST) sizes.fits = false
    last = paper
  })
  return sizes
}

/** The postings of the words of a plan, one after the other: made twice, they need no memory. */
export function* packPostings(index: IndexedWords, { words, starts, gapStarts }: PostingPlan): Generator<Postings> {
  for (let i = 0; i < words.length; i++) {
    const size = starts[i + 1] - starts[i]
    const gaps = new Uint8Array(gapStarts[i + 1] - gapStarts[i])
    const [titles, abstracts] = [new Uint8Array(size), new Uint8Array(size)]
    let [last, at, gapAt] = [-1, 0, 0]
    eachPaper(index, words[i], (paper, title, abstract) => {
      let gap = paper - last
      for (; gap > MOST; gap -= MOST) gaps[gapAt++] = 0
      gaps[gapAt++] = gap
      titles[at] = title
      abstracts[at++] = abstract
      last = paper
    })
    yield { size, gaps, titles, abstracts }
  }
}

/** The papers of some postings, ascending. */
export function papersOfPostings({ size, gaps }: Postings): Int32Array {
  const papers = new Int32Array(size)
  let [paper, at] = [-1, 0]
  for (let i = 0; i < gaps.length; i++) {
    const gap = gaps[i]
    if (gap === 0) paper += MOST
    else {
      paper += gap
      papers[at++] = paper
    }
  }
  return papers
}

function eachPaper(
  { begins, counts, occurrences }: IndexedWords,
  word: number,
  visit: (paper: number, title: number, abstract: number) => void,
): void {
  const [from, to] = [begins[word], begins[word] + counts[word]]
  const [papers, places] = [occurrences.papers(from, to), occurrences.places(from, to)]
  for (let o = 0; o < papers.length;) {
    const paper = papers[o]
    let [title, abstract] = [0, 0]
    for (; o < papers.length && papers[o] === paper; o++) {
      if (places[o] < ABSTRACT_START) title++
      else abstract++
    }
    visit(paper, title, abstract)
  }
}
