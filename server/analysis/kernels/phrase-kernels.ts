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
  /** Where the phrases of paper i start in `entries`, and end; papers in any order: length n. */
  starts: Int32Array
  ends: Int32Array
  /** The phrase, shifted by `ENTRY_BITS`; IN_TITLE where the paper's title has it; how often the paper has it, at most MOST_MENTIONS. */
  entries: Int32Array
}
export const ENTRY_BITS = 4
export const IN_TITLE = 8
export const MOST_MENTIONS = 7

/**
 * What is sought of words and of grams, so that all phrases are found: WANTED × the number of the phrase + 1, or 0; LEADS_ON where longer ones go on from it; IS_INNER where it is a word that any has
 * behind its first.
 */
export interface Sought {
  /** Number of phrases. */
  count: number
  /** Frequent word → what is sought of it. */
  words: Int32Array
  /** The grams of several words of which anything is sought; values are what. */
  table: GramTable
}
export const LEADS_ON = 1
export const IS_INNER = 2
export const WANTED = 4

/** Where all phrases stand, in the memory of the kernels. */
export interface PhraseHits {
  /** Number of phrases. */
  count: number
  /** Bits that the number of a phrase takes; all of them ones: none. */
  phraseBits: number
  /** Where the hits of each `HIT_PAPERS` papers start in `hits`, and end; the papers in any order. */
  starts: Int32Array
  ends: Int32Array
  /**
   * In the order of the tokens, the shorter first: tokens since the hit before (or since the first of these papers), shifted by `phraseBits` + `HIT_BITS`; the phrase, shifted by `HIT_BITS`;
   * HIT_IN_TITLE where it begins in a title; HIT_IS_WHOLE where it has edges that a phrase may have and cuts through no hyphened word. More tokens than that has room for are told by hits of none.
   */
  hits: Int32Array
}
export const HIT_PAPERS = 512
export const HIT_BITS = 2
export const HIT_IS_WHOLE = 1
export const HIT_IN_TITLE = 2

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

/** How all phrases stand among their neighbours, and how they are written, as far as the places that were looked at show it. */
export interface Looks {
  /** Phrase → places that were looked at. */
  places: Int32Array
  /** `LOOK_FIELDS` numbers a phrase. */
  fields: Int32Array
  /** Where the ways of a phrase start in `ways`: length phrases + 1. */
  wayStarts: Int32Array
  /** `PLACE_FIELDS` numbers a way in which a phrase is written: a token where it stands so, and how often it does in abstracts and in titles. */
  ways: Int32Array
}

/** Where phrases stand, and between which words. */
export interface Places {
  /** Where the places of phrase i start: one more than there are phrases. */
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

/** Rows, and phrase → papers that have it in the title. */
export interface FoundRows {
  rows: PhraseRows
  titles: Int32Array
}

/** Some papers, in groups. */
export interface PaperGroups {
  /** Where the papers of group g start: length groups + 1. */
  starts: Int32Array
  papers: Int32Array
}

/** Which phrases count in which groups. */
export interface ColumnTables {
  numbers: number
  columnOf: Int32Array
  columns: number
  perTable: number
}

/** The loops over all tokens, and over the phrases of all papers. */
export interface PhraseKernels {
  /** Values where kernels can read them: themselves, or a copy. */
  reachable<T extends Int32Array | Uint8Array>(values: T): T

  /** Word → papers that hold it, and that have it where it is a phrase by itself. */
  countWords(tokens: PhraseTokens): { papers: Int32Array; wholes: Int32Array }

  /** The grams of two to four words that at least `least` papers hold. */
  countGrams(tokens: PhraseTokens, least: number): Grams

  /**
   * Finds all phrases in all papers, so that nobody has to read the tokens again, and puts where they are behind everything else in the memory of the kernels. `sought` may be anywhere. `expected`: about
   * how many there are, at least 1.
   */
  phraseHits(tokens: PhraseTokens, sought: Sought, expected: number): PhraseHits

  /** How all phrases, whose lengths in words are given, are used where they stand, whole or not; of one that stands in more than `most` places evenly spaced ones are looked at. */
  lookAt(tokens: PhraseTokens, hits: PhraseHits, lengths: Int32Array, most: number): Looks

  /** Writes the phrases of each paper, where they are whole, in the place of all hits, which are gone; phrase → papers that have it in the title. Nothing may lie behind the hits. */
  phraseRows(tokens: PhraseTokens, hits: PhraseHits, starts: Int32Array, ends: Int32Array): FoundRows

  /** The phrases of each group that score best; see `labels/phrase-scores.ts`. */
  shortlists(input: ShortlistInput, most: number): Shortlists

  /**
   * Group × columns: papers of the group whose row has a phrase of the column. `columnOf`: phrase → column, or −1. `mask`: bits of which an entry must have one.
   */
  countRows(rows: PhraseRows, groups: PaperGroups, columnOf: Int32Array, columns: number, mask: number): Int32Array

  /**
   * The same for columns that are others for each `perTable` groups: `columnOf` has their tables one after the other, for each as many numbers as there are in `numberOf` (`numbers`), number → column, or
   * −1. `numberOf`: phrase → number, or −1.
   */
  countWithin(
    rows: PhraseRows,
    groups: PaperGroups,
    numberOf: Int32Array,
    within: ColumnTables,
    mask: number,
  ): Int32Array

  /** Form → tokens of abstracts with it, and of running text: abstracts, or titles where there is no abstract. */
  formUses(tokens: Pick<PhraseTokens, 'n' | 'starts' | 'abstractStarts' | 'forms'>, forms: number): FormUses
}

export interface FormUses {
  abstracts: Int32Array
  running: Int32Array
}
