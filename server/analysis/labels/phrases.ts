import type { Kernels } from '../kernels/kernels.ts'
import type { StemmedCorpus } from '../text/corpus.ts'
import { IS_PART } from '../text/fold.ts'
import type { Grams } from './grams.ts'
import { growGrams } from './grow-grams.ts'
import { phraseRoles } from './phrase-roles.ts'
import { longerRows, type PhraseRows, singleRows } from './phrase-rows.ts'
import { singleGrams } from './single-grams.ts'

export const MAX_PHRASE_WORDS = 4

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
  /** Phrase → papers that hold it. */
  documentFrequency: Int32Array
  /** The phrases of each paper, by their length: those of one stem first. Never as one list, which a large collection would hold twice while it is made. */
  rows: readonly PhraseRows[]
}

/** The stems of a phrase, first to last. */
export function stemsOf({ stems, stemStarts }: Phrases, phrase: number): Int32Array {
  return stems.subarray(stemStarts[phrase], stemStarts[phrase + 1])
}

/**
 * Finds every phrase that at least `minDocuments` papers hold. A phrase crosses no punctuation, cuts through no hyphened word, and
 * has no stop word, academic word or bare number at its edges, but for those that a hyphen makes part of a word (`few-shot`,
 * `low-rank`, `COVID-19`, `k-means`). A single Chinese character is no phrase.
 * What takes room for each token is in the memory of the kernels. Grown word by word from the frequent shorter ones, so that rare n-grams are never counted.
 */
export function findPhrases(kernels: Kernels, corpus: StemmedCorpus, minDocuments: number): Phrases {
  return kernels.scope(() => find(kernels, corpus, minDocuments))
}

function find(kernels: Kernels, corpus: StemmedCorpus, minDocuments: number): Phrases {
  const roles = phraseRoles(corpus, bytes(kernels, corpus.stems.length))
  const { grams, places, stemPapers } = singleGrams(kernels, corpus, roles, minDocuments)
  const levels = [grams]
  const rows: PhraseRows[] = []
  const written: number[] = []
  const stemStarts = [0]
  const documentFrequency: number[] = []
  let singles = 0
  for (let length = 1; ; length++) {
    const { last, wholes } = levels[length - 1]
    // A gram grows as long as it is frequent, but it is a phrase only where enough papers have it as a whole.
    const phraseOf = new Int32Array(last.length).fill(-1)
    const first = documentFrequency.length
    wholes.forEach((frequency, gram) => {
      if (frequency < minDocuments || (length === 1 && (corpus.stemKinds[last[gram]] & IS_PART) !== 0)) return
      phraseOf[gram] = documentFrequency.length
      documentFrequency.push(frequency)
      write(levels, length - 1, gram, written)
      stemStarts.push(written.length)
    })
    const frequencies = documentFrequency.slice(first)
    if (length === 1) {
      singles = documentFrequency.length
      const phraseOfStem = new Int32Array(stemPapers.length).fill(-1)
      last.forEach((stem, gram) => (phraseOfStem[stem] = phraseOf[gram]))
      rows.push(singleRows(corpus, roles, phraseOfStem, frequencies))
    } else rows.push(longerRows(corpus, roles, places, length, phraseOf, first, frequencies))
    if (length === MAX_PHRASE_WORDS) break
    levels.push(growGrams({ kernels, corpus, roles, stemPapers, minDocuments }, places, last.length, length))
  }
  return {
    count: documentFrequency.length,
    singles,
    stems: Int32Array.from(written),
    stemStarts: Int32Array.from(stemStarts),
    documentFrequency: Int32Array.from(documentFrequency),
    rows,
  }
}

/** Zeros in the memory of the kernels. */
function bytes(kernels: Kernels, length: number): Uint8Array {
  const { buffer, byteOffset } = kernels.int32(Math.ceil(length / 4))
  return new Uint8Array(buffer, byteOffset, length)
}

/** Appends the stems of a gram. */
function write(levels: readonly Grams[], level: number, gram: number, to: number[]): void {
  if (level > 0) write(levels, level - 1, levels[level].shorter[gram], to)
  to.push(levels[level].last[gram])
}
