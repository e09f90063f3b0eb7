/** A partition of some of the papers, made to be compared. */
export interface Witness {
  /** The papers it speaks of, ascending. */
  papers: Int32Array
  /** Parallel to `papers`: cluster of each. */
  assignment: Int32Array
}
