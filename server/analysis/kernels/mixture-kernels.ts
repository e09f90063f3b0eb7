import type { Csr } from '../matrix/csr.ts'

/** The kernels of the mixture: what topics say of terms, and which topics papers belong to. */
export interface MixtureKernels {
  /** The transpose of a matrix of whole numbers, which count as 255 at most, of at most 2²⁴ rows, in the memory of the kernels. */
  packColumns(matrix: Csr): PackedColumns

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
