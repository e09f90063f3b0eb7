/** What one method made of a set with one seed. */
export interface TopicRun {
  seed: number
  /** Number of topics, Miscellaneous not counted. */
  k: number
  /** Paper → topic 0…k−1; −1 for Miscellaneous. */
  assignment: Int32Array
  /** Topic → its top words, best first, as stems of the corpus, distinct, at most TOP_WORDS: length k. */
  words: string[][]
  /** Topic → its label: length k. */
  labels: string[]
  /** Agreement between seeds as the method itself estimates it in this one run; null where it does not. */
  ownEstimate: number | null
}

/** How many words stand for a topic where words are judged. */
export const TOP_WORDS = 10
