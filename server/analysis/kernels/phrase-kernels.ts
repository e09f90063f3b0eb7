import type { GramTable } from './gram-table.ts'

/** Words of the longest phrases. */
export const MOST_WORDS = 4

/** What holds of a word, in the lower bits of `PhraseTokens.words`. */
export const TRAIT_BITS = 5
/** It may stand at the edge of a phrase, or inside one. */
export const EDGE = 1
export const INNER = 2
/** It may be at the edge as a part of a hyphened word; it makes the part behind it so. */
export const PART = 4
export const BARE = 8
/** A stop word: no neighbour of a phrase but where a hyphen ties it to one. */
export const STOP = 16

/** The tokens of a collection as phrases are made of them; arrays are in the memory of the kernels. */
export interface PhraseTokens {
  /** Papers. */
  n: number
  /** Where the tokens of paper i start: length n + 1; where its abstract does: length n. */
  starts: Int32Array
  abstractStarts: Int32Array
  /** Token → form, and what stands before it (`text/token-flags.ts`). */
  forms: Int32Array
  flags: Uint8Array
  /** Form → the number of its word, shifted by `TRAIT_BITS`, and its traits. */
  words: Int32Array
  wordCount: number
  /** Words that phrases may hold: the first so many, in enough papers each; all, before that is known. */
  frequent: number
  /** Tokens of the paper that has most. */
  longest: number
}

/** Sequences of frequent words that enough papers hold. Single words are grams of their own number; the others follow, the shorter first, then as they are first met. */
export interface Grams {
  /** Where grams of two, three and four words start, and end: length 4. */
  levels: Int32Array
  /** Gram of several words (less the number of words) → the gram without its last word, that word, and papers that have it where it may end a phrase. */
  parents: Int32Array
  last: Int32Array
  wholes: Int32Array
}

/** The distinct phrases of each paper, as compressed rows. */
export interface PhraseRows {
  /** Where the phrases of paper i start in `entries`, and end; the papers in any order: length n. */
  starts: Int32Array
  ends: Int32Array
  /** The phrase, shifted by `ENTRY_BITS`; IN_TITLE where the paper's title has it; how often the paper has it, at most MOST_MENTIONS. */
  entries: Int32Array
}
export const ENTRY_BITS = 4
export const IN_TITLE = 8
export const MOST_MENTIONS = 7

/** Which grams are phrases. */
export interface PhraseNumbers {
  /** Frequent word → phrase, or −1. */
  phraseOf: Int32Array
  /** The grams of several words; values are phrases, or −1. */
  table: GramTable
  count: number
}

/** Groups of papers, and what is known of all phrases. */
export interface ShortlistInput {
  rows: PhraseRows
  /** Where the papers of group g start in `members`: length groups + 1; the papers of each ascend. */
  memberStarts: Int32Array
  members: Int32Array
  /** Papers of all groups; phrase → how many of them hold it, and have it in the title. */
  all: number
  papers: Int32Array
  titles: Int32Array
  /** Phrases of one word: the first so many. */
  singles: number
  /** Phrase → what its own score is multiplied by, and the mean of its words' scores, which adds as much as its own at most. */
  factors: Float64Array
  wordFactors: Float64Array
  /** Phrase → where its words start in `words`; those are phrases of one word, −1 for what is none. */
  wordStarts: Int32Array
  words: Int32Array
  /** What a paper adds for 0…MOST_MENTIONS mentions. */
  emphasis: Float32Array
}

/** The best phrases of each group, `most` places a group, best first; of equals the lower number. */
export interface Shortlists {
  most: number
  /** Group → how many it has. */
  counts: Int32Array
  phrases: Int32Array
  /** Papers of the group that hold the phrase. */
  papers: Int32Array
  scores: Float64Array
}

/**
 * Phrases whose places are sought, as what is wanted of words and of grams: WANTED × the number of the wanted phrase + 1, or 0; LEADS_ON where longer ones go on from it; IS_INNER where it is a word
 * that any has behind its first.
 */
export interface Wanted {
  count: number
  /** Frequent word → what is wanted of it. */
  words: Int32Array
  /** The grams of several words of which anything is wanted; values are what. */
  table: GramTable
}
export const LEADS_ON = 1
export const IS_INNER = 2
export const WANTED = 4

/** Where wanted phrases stand, and between which words. */
export interface Places {
  /** Where the places of wanted phrase i start: length count + 1. */
  starts: Int32Array
  /**
   * `PLACE_FIELDS` numbers a place, in the order of the tokens: the first token (AT_TITLE is added where that is in a title), the word right before the phrase and the one right
   * behind it; −1 where there is none: a break, or a stop word that no hyphen ties to it.
   */
  places: Int32Array
}
export const PLACE_FIELDS = 3
/** Of a phrase: places with a word before it, the times of the commonest one (if that is more than half of them; else at most that), the same behind it, and ways. */
export const LOOK_FIELDS = 5
export const AT_TITLE = -(2 ** 31)

/** Some papers, in groups. */
export interface PaperGroups {
  /** Where the papers of group g start: length groups + 1. */
  starts: Int32Array
  papers: Int32Array
}

/** The loops over all tokens, and over the phrases of all papers. */
export interface PhraseKernels {
  /** Values where kernels can read them: themselves, or a copy. */
  reachable<T extends Int32Array | Uint8Array>(values: T): T

  /** Word → papers that hold it, and that have it where it is a phrase by itself. */
  countWords(tokens: PhraseTokens): { papers: Int32Array; wholes: Int32Array }

  /** The grams of two to four words that at least `least` papers hold. */
  countGrams(tokens: PhraseTokens, least: number): Grams

  /** Writes the phrases of each paper to `rows`, which have room for just those; phrase → papers that have it in the title. */
  phraseRows(tokens: PhraseTokens, numbers: PhraseNumbers, rows: PhraseRows): Int32Array

  /** The phrases of each group that score best; see `labels/phrase-scores.ts`. */
  shortlists(input: ShortlistInput, most: number): Shortlists

  /** Where phrases stand, in the memory of the kernels; of one that stands in more than `most` places evenly spaced ones. */
  placesOf(tokens: PhraseTokens, wanted: Wanted, most: number): Places

  /**
   * Looks of phrases (`LOOK_FIELDS` numbers each), whose lengths in words are given, from their places, of which the first become ways: PLACE_FIELDS numbers each, a token where the phrase
   * is written so, and how often it is in abstracts and in titles.
   */
  describePlaces(tokens: PhraseTokens, places: Places, lengths: Int32Array): Int32Array

  /**
   * Group × columns: papers of the group whose row has a phrase of the column. `columnOf`: phrase → column, or −1. `mask`: bits of which an entry must have one.
   */
  countRows(rows: PhraseRows, groups: PaperGroups, columnOf: Int32Array, columns: number, mask: number): Int32Array

  /** Form → tokens of abstracts with it, and of running text: abstracts, or titles where there is no abstract. */
  formUses(tokens: Pick<PhraseTokens, 'n' | 'starts' | 'abstractStarts' | 'forms'>, forms: number): FormUses
}

export interface FormUses {
  abstracts: Int32Array
  running: Int32Array
}
