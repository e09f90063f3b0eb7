/** A figure over several seeds. */
export interface Figure {
  mean: number
  /** Standard deviation of a sample (n − 1); null where there is but one value. */
  sd: number | null
}

/** Mean and standard deviation of what seeds gave; null where one of them gave none. */
export function figureOf(values: readonly (number | null)[]): Figure | null {
  const known = values.filter((value) => value !== null)
  if (known.length === 0 || known.length < values.length) return null
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length
  if (known.length === 1) return { mean, sd: null }
  const squares = known.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return { mean, sd: Math.sqrt(squares / (known.length - 1)) }
}
