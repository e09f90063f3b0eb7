import { NumberMap } from '../math/number-map.ts'
import { type Corpus, tokenStems } from '../text/corpus.ts'
import { Int32List, Uint8List } from '../text/growing-list.ts'
import { AFTER_BREAK, AFTER_HYPHEN } from '../text/token-flags.ts'
import { IS_ACADEMIC, IS_BARE, IS_PART, IS_STOP } from '../text/fold.ts'

export const MAX_PHRASE_WORDS = 4

/** Added to the mentions of a phrase that the title has. */
export const IN_TITLE = 128

/** Function words that may stand inside a phrase: `bag of words`, `text to image`. */
const LINKS = new Set([
  'of',
  'to',
  'for',
  'in',
  'the',
  'and',
  'with',
  'on',
  'by',
  'from',
  'as',
  'over',
  'de',
  'la',
  'des',
  'du',
])

/** Phrases of one to four words that could name a topic, and the papers that hold them. */
export interface Phrases {
  /** Number of phrases. */
  count: number
  /** Phrase → its stems, first to last. */
  stems: Int32Array[]
  /** Phrase → papers that hold it. */
  documentFrequency: Int32Array
  /** Where the phrases of paper i start in `phrases`: length n + 1. */
  starts: Int32Array
  /** Distinct phrases of each paper, ascending. */
  phrases: Int32Array
  /** How often the paper has the phrase, at most 127; IN_TITLE is added where its title has it. Parallel to `phrases`. */
  mentions: Uint8Array
}

/** Which stems may stand at the edge of a phrase, and which inside one. */
function roles(corpus: Corpus): { edge: Uint8Array; inner: Uint8Array } {
  const edge = new Uint8Array(corpus.stemTexts.length)
  const inner = new Uint8Array(corpus.stemTexts.length)
  corpus.stemTexts.forEach((text, stem) => {
    const kind = corpus.stemKinds[stem]
    edge[stem] = (kind & (IS_STOP | IS_ACADEMIC | IS_BARE)) === 0 ? 1 : 0
    inner[stem] = (kind & IS_STOP) === 0 || LINKS.has(text) ? 1 : 0
  })
  return { edge, inner }
}

/**
 * Finds every phrase that at least `minDocuments` papers hold. A phrase crosses no punctuation, cuts through no hyphened word, and
 * has no stop word, academic word or bare number at its edges, but for those that a hyphen makes part of a word (`few-shot`,
 * `low-rank`, `COVID-19`, `k-means`). A single Chinese character is no phrase.
 * Grown word by word from the frequent shorter ones, so that rare n-grams are never counted.
 */
export function findPhrases(corpus: Corpus, minDocuments: number): Phrases {
  const { n, starts, flags, stemKinds } = corpus
  const stemCount = corpus.stemTexts.length
  const tokens = corpus.forms.length
  const { edge, inner } = roles(corpus)
  const stems = tokenStems(corpus)
  const hyphenBefore = (t: number): boolean => t < tokens && (flags[t] & AFTER_HYPHEN) !== 0
  const mayBegin = (t: number): boolean => !hyphenBefore(t) && (edge[stems[t]] === 1 || hyphenBefore(t + 1))
  const mayEnd = (t: number): boolean =>
    !hyphenBefore(t + 1) &&
    (edge[stems[t]] === 1 ||
      (hyphenBefore(t) &&
        ((stemKinds[stems[t]] & (IS_STOP | IS_BARE)) !== 0 || (stemKinds[stems[t - 1]] & IS_BARE) !== 0)))

  const found: Int32Array[] = []
  const frequencies: number[] = []
  /** Per length, token → number in `found` of the phrase that begins there, or −1. */
  const begins: Int32Array[] = []

  // `grams[i]` are the stems of gram i of the current length, `at[t]` the gram that begins at token t, or −1. A gram grows as long
  // as it is frequent, be it a phrase (`bag of words`) or only the beginning of one (`bag of`).
  const wordFrequency = documentFrequencies(corpus, stemCount, stems)
  let grams: Int32Array[] = []
  const gramOfStem = new Int32Array(stemCount).fill(-1)
  for (let stem = 0; stem < stemCount; stem++) {
    if (wordFrequency[stem] < minDocuments) continue
    gramOfStem[stem] = grams.length
    grams.push(Int32Array.of(stem))
  }
  const at = new Int32Array(tokens)
  for (let t = 0; t < tokens; t++) at[t] = mayBegin(t) ? gramOfStem[stems[t]] : -1
  keep(1)

  for (let length = 2; length <= MAX_PHRASE_WORDS; length++) {
    const numbers = new NumberMap(1 << 16)
    const keys: number[] = []
    for (let paper = 0; paper < n; paper++) {
      const end = starts[paper + 1] - length + 1
      for (let t = Math.max(starts[paper], end); t < starts[paper + 1]; t++) at[t] = -1
      for (let t = starts[paper]; t < end; t++) {
        if (at[t] < 0) continue
        const reach = t + length - 1
        const last = stems[reach]
        if (
          (flags[reach] & AFTER_BREAK) !== 0 ||
          (inner[last] === 0 && (flags[reach] & AFTER_HYPHEN) === 0) ||
          wordFrequency[last] < minDocuments
        ) {
          at[t] = -1
          continue
        }
        const key = at[t] * stemCount + last
        const id = numbers.getOrSet(key, keys.length)
        if (id === keys.length) keys.push(key)
        at[t] = id
      }
    }
    const frequency = documentFrequencies(corpus, keys.length, at)
    const number = new Int32Array(keys.length).fill(-1)
    const shorter = grams
    grams = []
    keys.forEach((key, id) => {
      if (frequency[id] < minDocuments) return
      number[id] = grams.length
      grams.push(Int32Array.of(...shorter[Math.floor(key / stemCount)], key % stemCount))
    })
    for (let t = 0; t < tokens; t++) if (at[t] >= 0) at[t] = number[at[t]]
    keep(length)
  }
  return {
    count: found.length,
    stems: found,
    documentFrequency: Int32Array.from(frequencies),
    ...rowsOf(corpus, begins),
  }

  /** Takes the grams of the current length that are frequent as whole phrases. */
  function keep(length: number): void {
    const whole = new Int32Array(tokens).fill(-1)
    for (let t = 0; t < tokens; t++) if (at[t] >= 0 && mayEnd(t + length - 1)) whole[t] = at[t]
    const frequency = documentFrequencies(corpus, grams.length, whole)
    const phraseOfGram = Int32Array.from(grams, (gram, i) => {
      if (frequency[i] < minDocuments || (length === 1 && (stemKinds[gram[0]] & IS_PART) !== 0)) return -1
      found.push(gram)
      frequencies.push(frequency[i])
      return found.length - 1
    })
    for (let t = 0; t < tokens; t++) if (whole[t] >= 0) whole[t] = phraseOfGram[whole[t]]
    begins.push(whole)
  }
}

/** The distinct phrases of each paper, and how often it has them, as compressed rows. */
function rowsOf(
  { n, starts, abstractStarts }: Corpus,
  begins: readonly Int32Array[],
): Pick<Phrases, 'starts' | 'phrases' | 'mentions'> {
  const rowStarts = new Int32Array(n + 1)
  const phrases = new Int32List()
  const mentions = new Uint8List()
  let longest = 0
  for (let paper = 0; paper < n; paper++) longest = Math.max(longest, starts[paper + 1] - starts[paper])
  /** Phrase × 2, and 1 more where it is in the abstract: so that the mentions of a phrase stand together, those in the title first. */
  const held = new Float64Array(longest * begins.length)
  for (let paper = 0; paper < n; paper++) {
    let count = 0
    for (const begin of begins) {
      for (let t = starts[paper]; t < starts[paper + 1]; t++) {
        if (begin[t] >= 0) held[count++] = begin[t] * 2 + (t < abstractStarts[paper] ? 0 : 1)
      }
    }
    const sorted = held.subarray(0, count).sort()
    for (let i = 0; i < count;) {
      const phrase = Math.floor(sorted[i] / 2)
      const inTitle = sorted[i] % 2 === 0 ? IN_TITLE : 0
      const first = i
      while (i < count && Math.floor(sorted[i] / 2) === phrase) i++
      phrases.push(phrase)
      mentions.push(Math.min(127, i - first) | inTitle)
    }
    rowStarts[paper + 1] = phrases.length
  }
  return { starts: rowStarts, phrases: phrases.toArray(), mentions: mentions.toArray() }
}

/** How many papers hold each id, where `ids` has one a token, or −1. */
function documentFrequencies({ n, starts }: Corpus, count: number, ids: Int32Array): Int32Array {
  const frequency = new Int32Array(count)
  const last = new Int32Array(count).fill(-1)
  for (let paper = 0; paper < n; paper++) {
    for (let t = starts[paper]; t < starts[paper + 1]; t++) {
      const id = ids[t]
      if (id < 0 || last[id] === paper) continue
      last[id] = paper
      frequency[id]++
    }
  }
  return frequency
}
