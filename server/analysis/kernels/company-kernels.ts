import type { Csr } from '../matrix/csr.ts'

/** Which terms share papers, and what that is measured against. All of it is in the memory of the kernels. */
export interface Company {
  /** Terms × papers. */
  byTerm: Csr
  /** Papers × terms, with the same entries. */
  byPaper: Csr
  /** Terms that count as company: the first so many. */
  contexts: number
  /** Per term: ln of what it shares with all. */
  logTotals: Float64Array
  /** Per context, or more: what is taken off what is shared with it, and e to the power of that. */
  powers: Float64Array
  weights: Float64Array
  logAll: number
}

/**
 * The kernels that find the company of terms: their positive pointwise mutual information with the contexts, ln of what they share + logAll − logTotals[term] − powers[other],
 * where that is above 0, a term with itself left out.
 */
export interface CompanyKernels {
  /** That of the terms from…to as a sparse matrix, in the memory of the kernels: a row a term, columns ascending. */
  companyRows(company: Company, from: number, to: number): Csr

  /** out = the same · dense, without ever holding the company. `dense`: contexts × width; `out`: terms from…to × width, overwritten. */
  companyTimes(company: Company, from: number, to: number, dense: Float32Array, width: number, out: Float32Array): void
}

/** What is so much less than the least that counts does so however its logarithm is rounded: most of what is shared. */
export const SURELY_LESS = 1 - 1e-6
