import { AFTER_HYPHEN } from '../text/tokenize.ts'
import { continues, type Corpus } from '../text/corpus.ts'
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
  const stemCount = corpus.stemTexts.length
  const tokens = corpus.forms.length
  const { edge, inner } = roles(corpus)
  const stemAt = (t: number): number => corpus.stemOfForm[corpus.forms[t]]
  const is = (kinds: number, t: number): boolean => (corpus.stemKinds[stemAt(t)] & kinds) !== 0
  const hyphenBefore = (t: number): boolean => t < tokens && (corpus.flags[t] & AFTER_HYPHEN) !== 0
  const mayBegin = (t: number): boolean => !hyphenBefore(t) && (edge[stemAt(t)] === 1 || hyphenBefore(t + 1))
  const mayEnd = (t: number): boolean =>
    !hyphenBefore(t + 1) &&
    (edge[stemAt(t)] === 1 || (hyphenBefore(t) && (is(IS_STOP | IS_BARE, t) || is(IS_BARE, t - 1))))

  const found: Int32Array[] = []
  const frequencies: number[] = []
  /** Per length, token → number in `found` of the phrase that begins there, or −1. */
  const begins: Int32Array[] = []

  // `grams[i]` are the stems of gram i of the current length, `at[t]` the gram that begins at token t, or −1. A gram grows as long
  // as it is frequent, be it a phrase (`bag of words`) or only the beginning of one (`bag of`).
  const wordFrequency = documentFrequencies(corpus, stemCount, stemAt)
  let grams: Int32Array[] = []
  const gramOfStem = new Int32Array(stemCount).fill(-1)
  for (let stem = 0; stem < stemCount; stem++) {
    if (wordFrequency[stem] < minDocuments) continue
    gramOfStem[stem] = grams.length
    grams.push(Int32Array.of(stem))
  }
  let at = Int32Array.from({ length: tokens }, (_, t) => (mayBegin(t) ? gramOfStem[stemAt(t)] : -1))
  keep(1)

  for (let length = 2; length <= MAX_PHRASE_WORDS; length++) {
    const keys = new Map<number, number>()
    const longer = new Int32Array(tokens).fill(-1)
    for (let paper = 0; paper < corpus.n; paper++) {
      const end = corpus.starts[paper + 1] - length + 1
      for (let t = corpus.starts[paper]; t < end; t++) {
        if (at[t] < 0 || !continues(corpus, t + length - 1)) continue
        const last = stemAt(t + length - 1)
        if ((inner[last] === 0 && !hyphenBefore(t + length - 1)) || wordFrequency[last] < minDocuments) continue
        const key = at[t] * stemCount + last
        let id = keys.get(key)
        if (id === undefined) keys.set(key, (id = keys.size))
        longer[t] = id
      }
    }
    const frequency = documentFrequencies(corpus, keys.size, (t) => longer[t])
    const number = new Int32Array(keys.size).fill(-1)
    const shorter = grams
    grams = []
    for (const [key, id] of keys) {
      if (frequency[id] < minDocuments) continue
      number[id] = grams.length
      grams.push(Int32Array.of(...shorter[Math.floor(key / stemCount)], key % stemCount))
    }
    at = longer.map((id) => (id < 0 ? -1 : number[id]))
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
    const whole = at.map((gram, t) => (gram >= 0 && mayEnd(t + length - 1) ? gram : -1))
    const frequency = documentFrequencies(corpus, grams.length, (t) => whole[t])
    const phraseOfGram = Int32Array.from(grams, (gram, i) => {
      if (frequency[i] < minDocuments || (length === 1 && (corpus.stemKinds[gram[0]] & IS_PART) !== 0)) return -1
      found.push(gram)
      frequencies.push(frequency[i])
      return found.length - 1
    })
    begins.push(whole.map((gram) => (gram < 0 ? -1 : phraseOfGram[gram])))
  }
}

/** The distinct phrases of each paper, and how often it has them, as compressed rows. */
function rowsOf(corpus: Corpus, begins: readonly Int32Array[]): Pick<Phrases, 'starts' | 'phrases' | 'mentions'> {
  const starts = new Int32Array(corpus.n + 1)
  const rows: Int32Array[] = []
  const rowMentions: Uint8Array[] = []
  for (let paper = 0; paper < corpus.n; paper++) {
    const held = new Map<number, number>()
    for (let t = corpus.starts[paper]; t < corpus.starts[paper + 1]; t++) {
      const title = t < corpus.abstractStarts[paper] ? IN_TITLE : 0
      for (const begin of begins) {
        if (begin[t] < 0) continue
        const seen = held.get(begin[t]) ?? 0
        held.set(begin[t], Math.min(127, (seen & 127) + 1) | (seen & IN_TITLE) | title)
      }
    }
    const row = Int32Array.from(held.keys()).sort()
    rows.push(row)
    rowMentions.push(Uint8Array.from(row, (phrase) => held.get(phrase)!))
    starts[paper + 1] = starts[paper] + row.length
  }
  const phrases = new Int32Array(starts[corpus.n])
  const mentions = new Uint8Array(starts[corpus.n])
  rows.forEach((row, paper) => {
    phrases.set(row, starts[paper])
    mentions.set(rowMentions[paper], starts[paper])
  })
  return { starts, phrases, mentions }
}

/** How many papers hold each id, where `idOf` gives the id at a token or −1. */
function documentFrequencies(corpus: Corpus, count: number, idOf: (token: number) => number): Int32Array {
  const frequency = new Int32Array(count)
  const last = new Int32Array(count).fill(-1)
  for (let paper = 0; paper < corpus.n; paper++) {
    for (let t = corpus.starts[paper]; t < corpus.starts[paper + 1]; t++) {
      const id = idOf(t)
      if (id < 0 || last[id] === paper) continue
      last[id] = paper
      frequency[id]++
    }
  }
  return frequency
}
