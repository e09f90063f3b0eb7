import type { Csr } from '../matrix/csr.ts'
import type { TermKernels } from '../matrix/term-kernels.ts'
import type { BasisKernels } from './basis-kernels.ts'
import type { CompanyRows, CompanyTotals } from './company.ts'
import type { TokenKernels } from '../text/token-kernels.ts'
import type { TaskMap } from '../tasks/task.ts'
import type { PhraseKernels } from './phrase-kernels.ts'
import type { SparseClusterKernels } from './sparse-cluster-kernels.ts'

/**
 * The hot loops of an analysis, over memory of their own. There are two sets that give the same bits: `plain/` in TypeScript and
 * `assembly/` in WebAssembly, which may run on several threads.
 *
 * Arrays that a kernel reads or writes must come from `float32`, `int32`, `int16`, `float64` or `copy` of the same set. Dense matrices are
 * row-major Float32Arrays whose row length is a multiple of four (the rest zeros). Sums run in Float32, in the order of the items, unless said otherwise. Unit vectors are
 * whole numbers of 16 bits, 1 being `UNIT`: half the memory of Float32, and sums that are the same in any order.
 */
export interface Kernels extends TokenKernels, TermKernels, PhraseKernels, BasisKernels, SparseClusterKernels {
  /** Zeros, as those of `int32`. */
  int16(length: number): Int16Array
  float64(length: number): Float64Array
  /** Not zeros, but whatever stood there: for what is written before it is read, and for room that may not be needed. */
  bareFloat32(length: number): Float32Array
  bareInt32(length: number): Int32Array

  /**
   * Does work for which some values are not needed: they may wait elsewhere, and work is given their room. Afterwards they are as they were, and what work asked for
   * is taken back.
   */
  aside<T>(values: readonly (Int32Array | Float32Array | Uint8Array)[], work: () => T): T

  /** Has tasks done, on all threads. */
  map: TaskMap

  /** out = matrix · dense, or the rows of it that `rows` names. `dense`: columns × width; `out`: rows × width, overwritten. */
  multiply(matrix: Csr, dense: Float32Array, width: number, out: Float32Array, rows?: Int32Array): void

  /** The transpose, in the memory of the kernels; entries ascend within a row. */
  transpose(matrix: Csr): Csr

  /** denseᵀ · dense as a new width × width matrix; `dense`: rows × width. Joined from parts as multiples of 2⁻²⁴. */
  gram(dense: Float32Array, rows: number, width: number): Float64Array

  /**
   * out = dense · directions. `dense`: rows × width; `directions`: width × rank; `out`: rows × rank, or `dense` itself where rank is width. `isUpper` (default no):
   * `directions` has nothing below its diagonal.
   */
  rotate(
    dense: Float32Array,
    rows: number,
    width: number,
    directions: Float32Array,
    rank: number,
    out: Float32Array,
    isUpper?: boolean,
  ): void

  /** Scales every row (rows × width) to unit length, in place; rows that are all but zero become zero. */
  unitRows(dense: Float32Array, rows: number, width: number): void

  /**
   * Nearest of k unit vectors for each of n, by cosine. `assignment[i]` gets the nearest (ties: the lower number), `similarity[i]` its
   * cosine. Returns how many assignments changed. A zero vector goes to 0 with similarity 0.
   */
  assign(
    vectors: Int16Array,
    n: number,
    dimensions: number,
    centroids: Int16Array,
    k: number,
    assignment: Int32Array,
    similarity: Float32Array,
  ): number

  /** Sums of the unit vectors of each cluster (−1: of none), k × dimensions, in units of 1 ÷ `UNIT`: whole numbers. */
  sums(vectors: Int16Array, n: number, dimensions: number, assignment: Int32Array, k: number): Float64Array

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
   * out = what the papers of each topic hold of each term. `byTerm`: terms × papers; `weights`: what a count is worth, 256 of them, and `factors` what a term is; `out`:
   * terms × width, of which k columns count. Sums run in Float64, every second entry in one of their own. `base`: what is added to; default zeros.
   */
  topicSums(
    byTerm: PackedColumns,
    weights: Float64Array,
    factors: Float64Array,
    members: Memberships,
    width: number,
    k: number,
    out: Float32Array,
    base?: Float32Array,
  ): void

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
    before: Memberships,
    after: Memberships,
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
   * How surely each of the first `used` neighbours is one, 0–1: UMAP's weights, whose sum is `target` for each paper by a bandwidth of its own. `ids` (−1 for none),
   * `similarity`: n × count; `out`: n × used.
   */
  edgeWeights(
    ids: Int32Array,
    similarity: Float32Array,
    n: number,
    count: number,
    used: number,
    target: number,
    out: Float32Array,
  ): void

  /** One round of UMAP's descent: the places `before` (n × 2) become `after`. */
  layoutRound(edges: LayoutEdges, before: Float32Array, after: Float32Array, step: LayoutStep): void

  /**
   * Runs of spherical k-means, each on some of the vectors from greedy k-means++ seeds of its own, until no more than 0.1% of them move or `maxRounds`. Source: Dhillon and
   * Modha, "Concept decompositions for large sparse text data", Machine Learning 42 (2001); seeding: Arthur and Vassilvitskii (2007) with distance 1 − cosine. Returns for each
   * run the sum of the cosines to the centroids; `assignment` gets the clusters of the members, one run after the other.
   */
  clusterRuns(
    vectors: Int16Array,
    dimensions: number,
    runs: readonly ClusterRun[],
    maxRounds: number,
    assignment: Int32Array,
  ): Float64Array

  /** Column sums of a dense matrix, and at the end how many rows are not all zeros: width + 1 numbers. Joined from parts as multiples of 2⁻²⁴. */
  columnSums(dense: Float32Array, rows: number, width: number): Float64Array

  /**
   * Takes `mean` off the rows (rows × width, changed) that are not all zeros, brings them to length `weight` and writes them as unit vectors are written into columns of
   * another matrix (rows × toWidth), from column `at` on.
   */
  placeCentred(
    dense: Float32Array,
    rows: number,
    width: number,
    mean: Float32Array,
    weight: number,
    to: Int16Array,
    at: number,
    toWidth: number,
  ): void

  /** Brings rows (rows × width) to the length of unit vectors, in place, where more than rounding keeps them from it; zeros stay. */
  unitVectors(vectors: Int16Array, rows: number, width: number): void

  /** Fills an array with uniform numbers of −½…½, each from its place and the seed. */
  randomNumbers(out: Float32Array, seed: number): void

  /** out = how far each unit vector reaches along two directions (2 × dimensions) beyond a middle: n × 2. */
  along(
    vectors: Int16Array,
    n: number,
    dimensions: number,
    directions: Float32Array,
    middle: readonly [number, number],
    out: Float32Array,
  ): void

  /** Joins the edges of n papers, compressed rows, with those that come in, their transpose: two that name each other have one of weight a + b − ab. */
  joinEdges(own: Csr, incoming: Csr): LayoutEdges

  /** The transpose of a matrix of whole numbers, which count as 255 at most, of at most 2²⁴ rows, in the memory of the kernels. */
  packColumns(matrix: Csr): PackedColumns

  /** Turns counts, in place, into what they are worth (`weights`, 256 of them, of which the last stands for all above) times what their column is (`factors`). */
  weighCounts(counts: Csr, weights: Float64Array, factors: Float64Array): void
}

/** Length of a unit vector. */
export const UNIT = 32_767

/** A run of k-means. */
export interface ClusterRun {
  /** Numbers of the vectors that it looks at. */
  members: Int32Array
  /** Clusters, at most as many as members. */
  k: number
  /** State of its random numbers: `randomState`. */
  state: Int32Array
}

/** Columns of a matrix as compressed rows whose entries are row + value · 2²⁴ (as Int32). */
export interface PackedColumns {
  columns: number
  starts: Int32Array
  entries: Int32Array
}

/** Vectors in cells: those of cell c are members[starts[c] … starts[c + 1]). */
export interface Cells {
  count: number
  starts: Int32Array
  members: Int32Array
}

/** Topics that a paper belongs to, at most. */
export const MEMBERSHIPS = 4

/** Which topics papers belong to. */
export interface Memberships {
  /** What the first pair of each paper says in one number (`headOf`), so that most papers, which have one topic, are read from little memory. */
  heads: Int32Array
  /** papers × MEMBERSHIPS pairs of a topic and its part (0–1), largest first; a part of 0 ends them. */
  pairs: Float32Array
}

/** What a paper's topic is expected to be from those of its neighbours, each of which is heard by its squared similarity. */
export interface Influence {
  /** Neighbours that a paper has. */
  count: number
  /** How many of them, from the first, have a say. */
  used: number
  /** papers × count: number of the neighbour, −1 for none. */
  ids: Int32Array
  /** papers × count: cosine to the neighbour. */
  similarity: Float32Array
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
  /** How often an edge pulls; three numbers more than there are edges. */
  weights: Float32Array
  /** The largest weight, whose edge pulls in every round. */
  heaviest: number
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

/** Vectors in the memory of the kernels. */
export function copyInt16(kernels: Kernels, values: ArrayLike<number>): Int16Array {
  const copy = kernels.int16(values.length)
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
