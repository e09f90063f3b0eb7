import { addGram, gramTable, mixWord } from '../kernels/gram-table.ts'
import { copyInt32, type Kernels } from '../kernels/kernels.ts'
import type { FormUses, Grams, PhraseRows, PhraseTokens } from '../kernels/phrase-kernels.ts'
import type { Corpus } from '../text/corpus.ts'
import { IS_PART } from '../text/fold.ts'
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
  places: PhrasePlaces
  uses: FormUses
}

/** What it takes to find the places of phrases again. */
export interface PhrasePlaces {
  tokens: PhraseTokens
  grams: Grams
  /** Gram of several words (less the number of words) → the hash of its words. */
  hashes: Int32Array
  /** Phrase → gram. */
  gramOf: Int32Array
}

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
  const hashes = hashesOf(grams, frequent)
  const { rows, titles } = rowsOf(kernels, tokens, grams, hashes, phraseOf, gramOf.length, size)
  return {
    count: gramOf.length,
    singles: gramOf.filter((gram) => gram < frequent).length,
    stems: words.map((word) => stemOfWord[word]),
    stemStarts,
    words: words.map((word) => phraseOf[word]),
    documentFrequency: Int32Array.from(documentFrequency),
    titleFrequency: titles,
    rows,
    places: { tokens, grams, hashes, gramOf: Int32Array.from(gramOf) },
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

/** The phrases of each paper, `size` entries in all, in the memory of the kernels; what it takes to find them is given back. */
function rowsOf(
  kernels: Kernels,
  tokens: PhraseTokens,
  { parents, last }: Grams,
  hashes: Int32Array,
  phraseOf: Int32Array,
  count: number,
  size: number,
): { rows: PhraseRows; titles: Int32Array } {
  const { n, frequent } = tokens
  const rows = { starts: kernels.int32(n), ends: kernels.int32(n), entries: kernels.int32(size) }
  return kernels.scope(() => {
    const table = gramTable((length) => kernels.int32(length), last.length)
    for (let i = 0; i < last.length; i++)
      addGram(table, hashes[i], parents[i], last[i], frequent + i, phraseOf[frequent + i])
    const words = copyInt32(kernels, phraseOf.subarray(0, frequent))
    return { rows, titles: kernels.phraseRows(tokens, { phraseOf: words, table, count }, rows) }
  })
}
