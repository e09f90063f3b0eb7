import { type Corpus, tokenStems } from '../text/corpus.ts'
import { IS_PART } from '../text/fold.ts'
import type { Grams } from './grams.ts'
import { growGrams } from './grow-grams.ts'
import { BEGINS, ENDS, phraseRoles } from './phrase-roles.ts'
import { singleGrams } from './single-grams.ts'

export const MAX_PHRASE_WORDS = 4

/** Added to the mentions of a phrase that the title has. */
export const IN_TITLE = 128
const MOST_MENTIONS = 127

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
  /** Where the phrases of paper i start in `phrases`: length n + 1. */
  starts: Int32Array
  /** Distinct phrases of each paper, the shorter first. */
  phrases: Int32Array
  /** How often the paper has the phrase, at most 127; IN_TITLE is added where its title has it. Parallel to `phrases`. */
  mentions: Uint8Array
}

/** The stems of a phrase, first to last. */
export function stemsOf({ stems, stemStarts }: Phrases, phrase: number): Int32Array {
  return stems.subarray(stemStarts[phrase], stemStarts[phrase + 1])
}

/**
 * Finds every phrase that at least `minDocuments` papers hold. A phrase crosses no punctuation, cuts through no hyphened word, and
 * has no stop word, academic word or bare number at its edges, but for those that a hyphen makes part of a word (`few-shot`,
 * `low-rank`, `COVID-19`, `k-means`). A single Chinese character is no phrase.
 * Grown word by word from the frequent shorter ones, so that rare n-grams are never counted.
 */
export function findPhrases(corpus: Corpus, minDocuments: number): Phrases {
  const stems = tokenStems(corpus)
  const roles = phraseRoles(corpus, stems)
  const levels: Grams[] = [singleGrams(corpus, stems, roles, minDocuments)]
  while (levels.length < MAX_PHRASE_WORDS) {
    levels.push(growGrams(corpus, stems, roles, levels[levels.length - 1], levels.length, minDocuments))
  }
  // A gram grows as long as it is frequent, but it is a phrase only where enough papers have it as a whole.
  const phraseOf = levels.map(({ wholes }) => new Int32Array(wholes.length).fill(-1))
  const written: number[] = []
  const stemStarts = [0]
  const frequencies: number[] = []
  let singles = 0
  levels.forEach(({ last, wholes }, level) => {
    wholes.forEach((frequency, gram) => {
      if (frequency < minDocuments || (level === 0 && (corpus.stemKinds[last[gram]] & IS_PART) !== 0)) return
      phraseOf[level][gram] = frequencies.length
      frequencies.push(frequency)
      write(levels, level, gram, written)
      stemStarts.push(written.length)
    })
    if (level === 0) singles = frequencies.length
  })
  const documentFrequency = Int32Array.from(frequencies)
  return {
    count: frequencies.length,
    singles,
    stems: Int32Array.from(written),
    stemStarts: Int32Array.from(stemStarts),
    documentFrequency,
    ...rowsOf(corpus, stems, roles, levels, phraseOf, documentFrequency),
  }
}

/** Appends the stems of a gram. */
function write(levels: readonly Grams[], level: number, gram: number, to: number[]): void {
  if (level > 0) write(levels, level - 1, levels[level].shorter[gram], to)
  to.push(levels[level].last[gram])
}

/** The distinct phrases of each paper, and how often it has them, as compressed rows. */
function rowsOf(
  { n, starts: tokenStarts, abstractStarts }: Corpus,
  stems: Int32Array,
  roles: Uint8Array,
  levels: readonly Grams[],
  phraseOf: readonly Int32Array[],
  documentFrequency: Int32Array,
): Pick<Phrases, 'starts' | 'phrases' | 'mentions'> {
  const starts = new Int32Array(n + 1)
  const phrases = new Int32Array(documentFrequency.reduce((a, b) => a + b, 0))
  const mentions = new Uint8Array(phrases.length)
  /** Phrase → its place in `phrases` when it was last seen. */
  const placeOf = new Int32Array(documentFrequency.length).fill(-1)
  const phraseOfStem = new Int32Array(levels[0].stemPapers.length).fill(-1)
  levels[0].last.forEach((stem, gram) => (phraseOfStem[stem] = phraseOf[0][gram]))
  const next = levels.map(() => 0)
  let count = 0
  for (let paper = 0; paper < n; paper++) {
    const first = count
    const abstract = abstractStarts[paper]
    const meet = (phrase: number, token: number): void => {
      let place = placeOf[phrase]
      if (place < first) {
        place = placeOf[phrase] = count++
        phrases[place] = phrase
      }
      if ((mentions[place] & ~IN_TITLE) < MOST_MENTIONS) mentions[place]++
      if (token < abstract) mentions[place] |= IN_TITLE
    }
    for (let t = tokenStarts[paper]; t < tokenStarts[paper + 1]; t++) {
      if ((roles[t] & (BEGINS | ENDS)) === (BEGINS | ENDS) && phraseOfStem[stems[t]] >= 0)
        meet(phraseOfStem[stems[t]], t)
    }
    for (let level = 1; level < levels.length; level++) {
      const { tokens, papers, grams } = levels[level]
      const own = phraseOf[level]
      let i = next[level]
      for (; i < tokens.length && papers[i] === paper; i++) {
        if (own[grams[i]] >= 0 && (roles[tokens[i] + level] & ENDS) !== 0) meet(own[grams[i]], tokens[i])
      }
      next[level] = i
    }
    starts[paper + 1] = count
  }
  return { starts, phrases, mentions }
}
