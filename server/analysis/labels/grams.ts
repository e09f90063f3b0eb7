/** Sequences of so many stems that enough papers hold, numbered as they are first met (single ones by their stem). */
export interface Grams {
  /** Gram → the gram without its last stem; −1 for single ones. */
  shorter: Int32Array
  /** Gram → its last stem. */
  last: Int32Array
  /** Gram → papers that have it where it may end a phrase. */
  wholes: Int32Array
}

/**
 * Where grams stand, `count` places. Of single ones only places with a token behind that may go on, of longer ones all. The arrays are as long as
 * there are places of single grams: those of longer ones are written over them.
 */
export interface Places {
  count: number
  /** First tokens, ascending. */
  tokens: Int32Array
  /** The gram that begins there. */
  grams: Int32Array
}
