import type { Csr } from '../matrix/csr.ts'

/** The kernels that find the neighbours of papers, and what is made of them. */
export interface NeighbourKernels {
  /**
   * The nearest `count` of each unit vector, nearest first, among the members of the `probes` cells that `order` (cells × probes) names for its
   * cell. `ids` and `similarity`: n × count, filled with −1 and −2 before.
   */
  nearest(
    vectors: Int16Array,
    dimensions: number,
    cells: Cells,
    order: Int32Array,
    probes: number,
    count: number,
    ids: Int32Array,
    similarity: Float32Array,
  ): void

  /**
   * out = unit vectors half-way to the mean of their first `used` neighbours, weighed by squared similarity. `ids` (−1 for none), `similarity`: n × count; `vectors`, `out`:
   * n × dimensions.
   */
  smooth(
    vectors: Int16Array,
    n: number,
    dimensions: number,
    neighbours: { count: number; ids: Int32Array; similarity: Float32Array },
    used: number,
    out: Int16Array,
  ): void

  /**
   * Ranks the neighbours of each of `rows` (row numbers of `matrix`, whose rows have unit length) by the cosine of their rows; who shares nothing is left out.
   * `ids`: rows × count, places in `rows`, −1 for none. Ties: the lower number. They are looked at in `order` (all places in `rows`), which changes nothing but how often a line is in
   * the cache.
   */
  similar(
    matrix: Csr,
    rows: Int32Array,
    neighbours: { count: number; ids: Int32Array; order: Int32Array },
    out: SimilarRows,
  ): void
}

/** Vectors in cells: those of cell c are members[starts[c] … starts[c + 1]). */
export interface Cells {
  count: number
  starts: Int32Array
  members: Int32Array
}

/** The most similar rows of each row, best first. */
export interface SimilarRows {
  /** Similar rows that a row gets. */
  most: number
  /** Terms that say why. */
  termCount: number
  /** matrix rows × most; −1 before, and where there are not enough. */
  papers: Int32Array
  /** The same shape: cosines, 0 before. */
  scores: Float32Array
  /** matrix rows × most × termCount: columns that bring most of the cosine, most first; −1 before. */
  terms: Int32Array
}
