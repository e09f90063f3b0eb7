/** Stretches of abstracts that could be boilerplate, in reading order. */
export interface Stretches {
  /** Two hashes of each that are the same for the same words. */
  high: Int32Array
  low: Int32Array
  /** First token of each, and how many it has. */
  starts: Int32Array
  lengths: Int32Array
}
