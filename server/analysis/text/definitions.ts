/** What is known of the letters of forms, before definitions of acronyms are sought. */
export interface FormLetters {
  /** Form → where its units in small letters begin in `units`, and one more number. */
  starts: Int32Array
  units: Uint16Array
  /** Form → 1 + the number of the acronym that it is, its plural aside; 0 where it is none. */
  acronymOf: Int32Array
  /** Acronym → where its small letters begin in `letters`, and one more number. */
  letterStarts: Int32Array
  letters: Uint16Array
  /** Acronym → the words that may belong to its long form, at most. */
  most: Int32Array
}

/** Places where papers say what acronyms stand for, in reading order. */
export interface Definitions {
  papers: Int32Array
  /** The token that is the acronym. */
  shorts: Int32Array
  /** First token of what it stands for, and the one after the last. */
  froms: Int32Array
  tos: Int32Array
}
