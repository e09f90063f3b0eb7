import type { Csr } from '../matrix/csr.ts'

/** The kernels that say how papers stand to topics. Papers with assignment −1 belong to none. */
export interface TopicKernels {
  /**
   * The unit centroids of the topics of a sparse matrix: `byTerm` (terms × width, of which k columns count, zeros in the others) gets what each term weighs in them. Sums run
   * in Float64, in the order of the papers. Returns the lengths of the sums: k.
   */
  topicCentroids(matrix: Csr, assignment: Int32Array, k: number, width: number, byTerm: Float32Array): Float64Array

  /**
   * How the papers from `first` on stand to the topics, from their cosines to them (`cosines`: a row of `width` numbers for each, of which one for each of `lengths` counts).
   * `lengths`: as `topicCentroids` returns them. Numbers of those papers are written to `standings`.
   */
  stand(
    cosines: Float32Array,
    width: number,
    lengths: Float64Array,
    assignment: Int32Array,
    first: number,
    standings: Standings,
  ): void

  /**
   * The terms of each paper that bring most of its cosine to its topic, best first, of equals the lower column: papers × most, columns (−1 for none) and their shares of all
   * that is above 0, in units, rounded. `byTerm`: terms × width, what a term weighs in each topic. Neither is in the memory of the kernels.
   */
  reasons(
    matrix: Csr,
    byTerm: Float32Array,
    width: number,
    assignment: Int32Array,
    most: number,
    units: number,
  ): { columns: Int32Array; shares: Uint16Array }
}

/** How papers stand to topics. */
export interface Standings {
  /** Paper → cosine to its own topic's centroid, 0 for none. */
  score: Float32Array
  /** Paper → the same with the paper itself taken out of the centroid, which it would otherwise draw to itself. */
  scoreWithoutSelf: Float32Array
  /** Paper → the nearest other topic, or −1 where there is none. */
  runnerUp: Int32Array
  /** Paper → cosine to the runner-up's centroid. */
  runnerUpScore: Float32Array
}
