import { addGram, gramTable, mixWord } from '../kernels/gram-table.ts'
import type { Kernels } from '../kernels/kernels.ts'
import {
  type FormUses,
  type Grams,
  IS_INNER,
  LEADS_ON,
  type Looks,
  type PhraseRows,
  type Sought,
  WANTED,
} from '../kernels/phrase-kernels.ts'
import type { Corpus } from '../text/corpus.ts'
import { IS_PART } from '../text/word-kind.ts'
import { MOST_PLACES } from './phrase-places.ts'
import { numberWords, phraseTokens } from './phrase-tokens.ts'

/** Phrases of one to four words that could name a topic, and the papers that hold them. */
export interface Phrases {
  /** Number of phrases. The shorter come first. */
  count: number
  /** Number of phrases that are a single stem: 0…singles − 1. */
  singles: number
  /** Stems of all phrases, each from first to last. */
  stems: Int32Array
  /** Where the stems of phrase i start in `stems`: length count + 1. */
  stemStarts: Int32Array
  /** Place in `stems` → the phrase that is this stem alone, or −1. */
  words: Int32Array
  /** Phrase → papers that hold it, and that have it in the title. */
  documentFrequency: Int32Array
  titleFrequency: Int32Array
  /** The phrases of each paper, in the memory of the kernels. */
  rows: PhraseRows
  looks: Looks
  uses: FormUses
}

/** A paper says a phrase again, or as a part of a longer word: 1.5 times it is found for each time that it counts, more in few papers. */
const HITS = 1.75

/** The stems of a phrase, first to last. */
export function stemsOf({ stems, stemStarts }: Phrases, phrase: number): Int32Array {
  return stems.subarray(stemStarts[phrase], stemStarts[phrase + 1])
}

/**
 * Finds every phrase that at least `minDocuments` papers hold. A phrase crosses no punctuation, cuts through no hyphened word, and
 * has no stop word, academic word or bare number at its edges, but for those that a hyphen makes part of a word (`few-shot`,
 * `low-rank`, `COVID-19`, `k-means`). A single Chinese character is no phrase. Only what is made of frequent words is counted.
 */
export function findPhrases(kernels: Kernels, corpus: Corpus, minDocuments: number): Phrases {
  const all = phraseTokens(kernels, corpus)
  const { papers, wholes } = kernels.countWords(all)
  const { tokens, stemOfWord } = numberWords(all, (word) => papers[word] >= minDocuments)
  const { frequent } = tokens
  const grams = kernels.countGrams(tokens, minDocuments)
  const gramCount = frequent + grams.last.length

  // A gram is a phrase only where enough papers have it as a whole.
  const phraseOf = new Int32Array(gramCount).fill(-1)
  const gramOf: number[] = []
  const documentFrequency: number[] = []
  for (let gram = 0; gram < gramCount; gram++) {
    const isWord = gram < frequent
    const frequency = isWord ? wholes[stemOfWord[gram]] : grams.wholes[gram - frequent]
    if (frequency < minDocuments || (isWord && (corpus.stemKinds[stemOfWord[gram]] & IS_PART) !== 0)) continue
    phraseOf[gram] = gramOf.push(gram) - 1
    documentFrequency.push(frequency)
  }
  const sequences = gramOf.map((gram) => wordsOf(grams, frequent, gram))
  const words = Int32Array.from(sequences.flat())
  const stemStarts = new Int32Array(gramOf.length + 1)
  sequences.forEach(({ length }, phrase) => (stemStarts[phrase + 1] = stemStarts[phrase] + length))
  const size = documentFrequency.reduce((a, b) => a + b, 0)
  const [starts, ends] = [kernels.int32(corpus.n), kernels.int32(corpus.n)]
  const hits = kernels.phraseHits(tokens, soughtOf(grams, frequent, gramOf), Math.max(1024, Math.ceil(HITS * size)))
  const looks = kernels.lookAt(
    tokens,
    hits,
    Int32Array.from(sequences, ({ length }) => length),
    MOST_PLACES,
  )
  const { rows, titles } = kernels.phraseRows(tokens, hits, starts, ends)
  return {
    count: gramOf.length,
    singles: gramOf.filter((gram) => gram < frequent).length,
    stems: words.map((word) => stemOfWord[word]),
    stemStarts,
    words: words.map((word) => phraseOf[word]),
    documentFrequency: Int32Array.from(documentFrequency),
    titleFrequency: titles,
    rows,
    looks,
    uses: kernels.formUses(tokens, corpus.formTexts.length),
  }
}

/** The words of a gram, first to last. */
function wordsOf({ parents, last }: Grams, frequent: number, gram: number): number[] {
  const words: number[] = []
  for (let at = gram; ; at = parents[at - frequent]) {
    words.unshift(at < frequent ? at : last[at - frequent])
    if (at < frequent) return words
  }
}

function hashesOf({ parents, last }: Grams, frequent: number): Int32Array {
  const hashes = new Int32Array(last.length)
  // The shorter come first, so that the hash of what a gram grew from is there.
  for (let i = 0; i < last.length; i++) {
    const parent = parents[i]
    hashes[i] = mixWord(parent < frequent ? parent : hashes[parent - frequent], last[i])
  }
  return hashes
}

/** What is sought in the papers. `gramOf`: phrase → gram. */
function soughtOf(grams: Grams, frequent: number, gramOf: readonly number[]): Sought {
  const { parents, last } = grams
  const uses = new Int32Array(frequent + last.length)
  gramOf.forEach((own, phrase) => {
    uses[own] |= WANTED * (phrase + 1)
    for (let gram = own; gram >= frequent; gram = parents[gram - frequent]) {
      uses[parents[gram - frequent]] |= LEADS_ON
      uses[last[gram - frequent]] |= IS_INNER
    }
  })
  let longer = 0
  for (let gram = frequent; gram < uses.length; gram++) if (uses[gram] !== 0) longer++
  const table = gramTable((length) => new Int32Array(length), longer)
  const hashes = hashesOf(grams, frequent)
  for (let i = 0; i < last.length; i++) {
    if (uses[frequent + i] !== 0) addGram(table, hashes[i], parents[i], last[i], frequent + i, uses[frequent + i])
  }
  return { count: gramOf.length, words: uses.subarray(0, frequent), table }
}
