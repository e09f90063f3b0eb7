/** What pointwise mutual information is measured against. */
export interface CompanyTotals {
  /** Terms that count as company: the first so many. */
  contexts: number
  /** Per term. */
  logTotals: Float64Array
  /** Per context, or more. */
  powers: Float64Array
  logAll: number
}

/** Rows of up to `contexts` entries, each with room for as many. */
export interface CompanyRows {
  columns: Int32Array
  information: Float32Array
  /** Row → its entries. */
  counts: Int32Array
}
