import { papersOfPostings } from './postings.ts'
import { joinHits, NO_HITS, type PhraseHits } from './phrase-hits.ts'
import { ABSTRACT_START } from './places.ts'
import { occurrencesOfWord, type SearchedWords } from './word-occurrences.ts'

/** So many forms of a word are joined one after the other; more are quicker added up. */
const FEW_FORMS = 8

/** The papers that hold one of some words; `weight`: what an occurrence at a place counts. */
export function countPapers(
  index: SearchedWords,
  words: readonly number[],
  weight: (place: number) => number,
): PhraseHits {
  const [inTitle, inAbstract] = [weight(0), weight(ABSTRACT_START)]
  const lists = words.map((w) => hitsOfWord(index, w, inTitle, inAbstract))
  // Of the forms of a word one is mostly far more frequent than all others: it comes last.
  if (lists.length <= FEW_FORMS)
    return lists.sort((a, b) => a.papers.length - b.papers.length).reduce((all, hits) => joinHits(hits, all), NO_HITS)
  const sums = new Int32Array(index.ids.length)
  for (const { papers, weights } of lists) for (let i = 0; i < papers.length; i++) sums[papers[i]] += weights[i]
  let size = 0
  for (let paper = 0; paper < sums.length; paper++) if (sums[paper] > 0) size++
  const hits = { papers: new Int32Array(size), weights: new Int32Array(size) }
  let at = 0
  for (let paper = 0; paper < sums.length; paper++) {
    if (sums[paper] === 0) continue
    hits.papers[at] = paper
    hits.weights[at++] = sums[paper]
  }
  return hits
}

/** The papers that hold one word, where it counts. */
function hitsOfWord(index: SearchedWords, word: number, inTitle: number, inAbstract: number): PhraseHits {
  const postings = index.postings?.of(word) ?? null
  if (postings === null) {
    const { papers, places } = occurrencesOfWord(index, word)
    return runsOf(papers, places, inTitle, inAbstract)
  }
  const papers = papersOfPostings(postings)
  const { titles, abstracts } = postings
  const weights = new Int32Array(papers.length)
  let size = 0
  for (let i = 0; i < weights.length; i++) {
    const weight = inTitle * titles[i] + inAbstract * abstracts[i]
    if (weight === 0) continue
    papers[size] = papers[i]
    weights[size++] = weight
  }
  return { papers: papers.subarray(0, size), weights: weights.subarray(0, size) }
}

/** The occurrences of one word, whose papers ascend, paper by paper. */
function runsOf(papers: Int32Array, places: Uint16Array, inTitle: number, inAbstract: number): PhraseHits {
  const end = papers.length
  const found = new Int32Array(end + 1)
  const weights = new Int32Array(end + 1)
  let last = -1
  let sum = 0
  let size = 0
  for (let o = 0; o < end; o++) {
    const paper = papers[o]
    const more = places[o] < ABSTRACT_START ? inTitle : inAbstract
    if (paper === last) {
      sum += more
      continue
    }
    found[size] = last
    weights[size] = sum
    if (sum > 0) size++
    last = paper
    sum = more
  }
  found[size] = last
  weights[size] = sum
  if (sum > 0) size++
  return { papers: found.subarray(0, size), weights: weights.subarray(0, size) }
}
