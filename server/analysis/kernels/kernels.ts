import type { Csr } from '../matrix/csr.ts'
import type { TermKernels } from '../matrix/term-kernels.ts'
import type { CompanyRows, CompanyTotals } from './company.ts'
import type { TokenKernels } from '../text/token-kernels.ts'
import type { TaskMap } from '../tasks/task.ts'

/**
 * The hot loops of an analysis, over memory of their own. There are two sets that give the same bits: `plain/` in TypeScript and
 * `assembly/` in WebAssembly, which may run on several threads.
 *
 * Arrays that a kernel reads or writes must come from `float32`, `int32`, `float64` or `copy` of the same set. Dense matrices are
 * row-major Float32Arrays whose row length is a multiple of four (the rest zeros). Sums run in Float32, in the order of the items, unless said otherwise.
 */
export interface Kernels extends TokenKernels, TermKernels {
  /** Zeros, as those of `int32`. */
  float64(length: number): Float64Array

  /** Has tasks done, on all threads. */
  map: TaskMap

  /** out = matrix · dense. `dense`: columns × width; `out`: rows × width, overwritten. */
  multiply(matrix: Csr, dense: Float32Array, width: number, out: Float32Array): void

  /** The transpose, in the memory of the kernels; entries ascend within a row. */
  transpose(matrix: Csr): Csr

  /** denseᵀ · dense as a new width × width matrix; `dense`: rows × width. Joined from parts as multiples of 2⁻²⁴. */
  gram(dense: Float32Array, rows: number, width: number): Float64Array

  /** out = dense · directions. `dense`: rows × width; `directions`: width × rank; `out`: rows × rank, or `dense` itself where rank is width. */
  rotate(
    dense: Float32Array,
    rows: number,
    width: number,
    directions: Float32Array,
    rank: number,
    out: Float32Array,
  ): void

  /** Scales every row (rows × width) to unit length, in place; rows that are all but zero become zero. */
  unitRows(dense: Float32Array, rows: number, width: number): void

  /**
   * Nearest of k unit vectors for each of n, by cosine (of vectors rounded to 16 bits). `assignment[i]` gets the nearest (ties: the lower number), `similarity[i]` its
   * cosine. Returns how many assignments changed. A zero vector goes to 0 with similarity 0.
   */
  assign(
    vectors: Float32Array,
    n: number,
    dimensions: number,
    centroids: Float32Array,
    k: number,
    assignment: Int32Array,
    similarity: Float32Array,
  ): number

  /** Sums of the vectors of each cluster (−1: of none), k × dimensions; joined from parts as multiples of 2⁻²⁴. */
  sums(vectors: Float32Array, n: number, dimensions: number, assignment: Int32Array, k: number): Float64Array

  /**
   * min(distance, 1 − cosine) to each of up to four candidates (row numbers). `out`: 4 × n, a row a candidate. Returns the sum of each
   * row.
   */
  distances(
    vectors: Float32Array,
    n: number,
    dimensions: number,
    candidates: readonly number[],
    distance: Float64Array,
    out: Float64Array,
  ): number[]

  /**
   * The nearest `count` of each vector (cosines of vectors rounded to 16 bits), nearest first, among the members of the `probes` cells that `order` (cells × probes) names for its
   * cell. `ids` and `similarity`: n × count, filled with −1 and −2 before.
   */
  nearest(
    vectors: Float32Array,
    dimensions: number,
    cells: Cells,
    order: Int32Array,
    probes: number,
    count: number,
    ids: Int32Array,
    similarity: Float32Array,
  ): void

  /** out = each vector plus its neighbours times their shares. `ids`, `shares` (0 for none): n × count; `vectors`, `out`: n × dimensions. */
  smooth(
    vectors: Float32Array,
    n: number,
    dimensions: number,
    ids: Int32Array,
    shares: Float32Array,
    count: number,
    out: Float32Array,
  ): void

  /**
   * out = what the papers of each topic hold of each term, and `base` (the same shape) of what other papers do. `byTerm`: terms × papers; `members`: the topics of the
   * papers (`MEMBERSHIPS`); `out`: terms × width, of which k columns count. Sums run in Float64.
   */
  topicSums(byTerm: Csr, members: Float32Array, width: number, k: number, base: Float32Array, out: Float32Array): void

  /** out = ln((sums + prior) ÷ total of the topic). `sums`, `out`: terms × width, of which k columns count; `logTotals`: k. */
  logProbabilities(
    sums: Float32Array,
    terms: number,
    width: number,
    k: number,
    prior: number,
    logTotals: Float64Array,
    out: Float32Array,
  ): void

  /**
   * Which topics the papers `rows` (numbers) belong to, from the log-likelihoods in `scores` (a row for each of `rows`, `width` numbers, of which k count; changed).
   * `trust`: papers, how far a paper's words count; `logPi`: width. Neighbours speak through `before`, last round's memberships; those of `rows` are
   * written to `after`, parts under 1% left out. `assignment` gets the likeliest topic. Returns how many papers changed theirs.
   */
  respond(
    scores: Float32Array,
    rows: Int32Array,
    width: number,
    k: number,
    trust: Float32Array,
    logPi: Float32Array,
    influence: Influence,
    before: Float32Array,
    after: Float32Array,
    assignment: Int32Array,
  ): number

  /**
   * Positive pointwise mutual information of some terms, from `first` on and as many as `out.counts` has places, with the first terms of all:
   * ln of what they share + logAll − logTotals[term] − powers[other], where that is above 0, a term with itself left out. `byTerm`: terms × papers,
   * `byPaper`: papers × terms.
   */
  company(byTerm: Csr, byPaper: Csr, totals: CompanyTotals, first: number, out: CompanyRows): void

  /**
   * Ranks the neighbours of each of `rows` (row numbers of `matrix`, whose rows have unit length) by the cosine of their rows; who shares nothing is left out.
   * `ids`: rows × count, places in `rows`, −1 for none. Ties: the lower number.
   */
  similar(matrix: Csr, rows: Int32Array, ids: Int32Array, count: number, out: SimilarRows): void

  /**
   * How surely each neighbour is one, 0–1: UMAP's weights, whose sum is `target` for each paper by a bandwidth of its own. `ids` (−1 for none),
   * `similarity`, `out`: n × count.
   */
  edgeWeights(
    ids: Int32Array,
    similarity: Float32Array,
    n: number,
    count: number,
    target: number,
    out: Float32Array,
  ): void

  /** One round of UMAP's descent: the places `before` (n × 2) become `after`. */
  layoutRound(edges: LayoutEdges, before: Float32Array, after: Float32Array, step: LayoutStep): void
}

/** Vectors in cells: those of cell c are members[starts[c] … starts[c + 1]). */
export interface Cells {
  count: number
  starts: Int32Array
  members: Int32Array
}

/** Topics that a paper belongs to, at most. Memberships are papers × MEMBERSHIPS pairs of a topic and its part (0–1), largest first; a part of 0 ends them. */
export const MEMBERSHIPS = 4

/** What a paper's topic is expected to be from those of its neighbours. */
export interface Influence {
  /** Neighbours that a paper has. */
  count: number
  /** papers × count: number of the neighbour, −1 for none. */
  ids: Int32Array
  /** papers × count: part of the neighbour in the paper's neighbourhood; a paper's sum to 1, or are all 0. */
  shares: Float32Array
  /** Log-odds that a neighbourhood of one mind is worth. */
  weight: number
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

/** Edges of n papers in both directions, as compressed rows. */
export interface LayoutEdges {
  n: number
  starts: Int32Array
  neighbours: Int32Array
  /** Rounds between two pulls of an edge; Infinity for never. */
  every: Float32Array
  /** Round in which the edge pulls next; changed. */
  due: Float32Array
}

export interface LayoutStep {
  /** 1, 2, … */
  round: number
  /** Length of a step, 1 at first, then towards 0. */
  rate: number
  seed: number
}

/** `values`, of any kind, in the memory of the kernels. */
export function copyFloat32(kernels: Kernels, values: ArrayLike<number>): Float32Array {
  const copy = kernels.float32(values.length)
  copy.set(values)
  return copy
}

/** `values` in the memory of the kernels. */
export function copyInt32(kernels: Kernels, values: ArrayLike<number>): Int32Array {
  const copy = kernels.int32(values.length)
  copy.set(values)
  return copy
}

/** A matrix in the memory of the kernels. */
export function copyCsr(kernels: Kernels, { rows, columns, starts, indices, values }: Csr): Csr {
  return {
    rows,
    columns,
    starts: copyInt32(kernels, starts),
    indices: copyInt32(kernels, indices),
    values: copyFloat32(kernels, values),
  }
}
