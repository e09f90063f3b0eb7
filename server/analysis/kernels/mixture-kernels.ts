import type { Csr } from '../matrix/csr.ts'

/** The kernels of the mixture: what topics say of terms, and which topics papers belong to. */
export interface MixtureKernels {
  /** The transpose of a matrix of whole numbers, which count as 255 at most, of at most 2²⁴ rows, in the memory of the kernels. `some`: rows that are looked at alone, ascending. */
  packColumns(matrix: Csr, some?: Int32Array): PackedColumns

  /**
   * The rows of a matrix of counts as whole numbers of 16 bits, in the memory of the kernels: what a count is worth (`weights`, 256 of them, of which the last stands for all above) times
   * what its column is (`factors`).
   */
  scaleRows(counts: Csr, weights: Float64Array, factors: Float64Array): ScaledRows

  /** Turns counts, in place, into what they are worth (`weights`, 256 of them, of which the last stands for all above) times what their column is (`factors`). */
  weighCounts(counts: Csr, weights: Float64Array, factors: Float64Array): void

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

  /**
   * strips = ln((sums + prior) ÷ total of the topic) + 12 in whole numbers of 16 bits, 12 being 32,767, strip by strip of 32 topics. `sums`: terms × width; `logTotals`: width;
   * `strips`: `stripLength(width, terms)`.
   */
  logStrips(
    sums: Float32Array,
    terms: number,
    width: number,
    prior: number,
    logTotals: Float64Array,
    strips: Int16Array,
  ): void

  /** out = the products of the rows that `some` names with k columns in strips, times `unit`. `out`: a row of `width` numbers for each, of which those from k on say nothing. */
  scoreRows(
    rows: ScaledRows,
    some: Int32Array,
    strips: Int16Array,
    k: number,
    unit: number,
    width: number,
    out: Float32Array,
  ): void

  /**
   * What the first `used` neighbours of each paper have to say: `weight`, in log-odds, times the share of each by squared similarity, for a unit of a part (65,535 are the whole paper); 0 for
   * those that are missing (−1) or unlike the paper. `out`: papers × used.
   */
  voices(neighbours: NeighbourLists, papers: number, used: number, weight: number, out: Float32Array): void

  /**
   * Which topics the papers `rows` (numbers) belong to, from the log-likelihoods in `scores` (a row for each of `rows`, `width` numbers, of which k count; changed).
   * `logPi`: width. Neighbours speak through `before`, last round's memberships; those of `rows` are
   * written to `after`, parts under 1% left out. `assignment` gets the likeliest topic. Returns how many papers changed theirs.
   */
  respond(
    scores: Float32Array,
    rows: Int32Array,
    width: number,
    k: number,
    logPi: Float32Array,
    influence: Influence,
    before: Memberships,
    after: Memberships,
    assignment: Int32Array,
  ): number
}

/** What is added to the logarithms in strips, so that those of rare and of frequent terms are as far from 0; and what 1 stands for there. */
export const LOG_MIDDLE = 12
export const LOG_UNIT = LOG_MIDDLE / 32_767

/** A sparse matrix of whole numbers of 16 bits that add up to 32,767 in each row, but for rounding, so that sums of products with others fit 32 bits. */
export interface ScaledRows {
  rows: number
  columns: number
  starts: Int32Array
  indices: Int32Array
  values: Int16Array
  /** Row → what 1 stands for. */
  scales: Float32Array
}

/** Columns of a matrix as compressed rows whose entries are row + value · 2²⁴ (as Int32). */
export interface PackedColumns {
  columns: number
  starts: Int32Array
  entries: Int32Array
}

/** Topics that a paper belongs to, at most. */
export const MEMBERSHIPS = 4

/** Which topics papers belong to. */
export interface Memberships {
  /** What the first of the numbers of each paper says, and whether there are more (`headOf`), so that most papers, which have one topic, are read from little memory. */
  heads: Int32Array
  /** papers × MEMBERSHIPS numbers, each a topic and its part (`membership`), largest part first; 0 ends them. */
  members: Int32Array
}

/** Neighbours of papers, nearest first. */
export interface NeighbourLists {
  /** Neighbours that a paper has. */
  count: number
  /** papers × count: number of the neighbour, −1 for none. */
  ids: Int32Array
  /** papers × count: cosine to the neighbour. */
  similarity: Float32Array
}

/** What a paper's topic is expected to be from those of its neighbours. */
export interface Influence {
  /** papers × count: number of the neighbour. */
  ids: Int32Array
  count: number
  /** papers × used: what each says, as `voices` has it. */
  voices: Float32Array
  /** How many of the neighbours, from the first, have a say. */
  used: number
}
