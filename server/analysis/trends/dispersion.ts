/** How much more the counts of a series vary than chance alone would have it. */
export interface Dispersion {
  /** Variance ÷ the variance of a binomial count: 1 or more. */
  factor: number
  /** Degrees of freedom behind it, the prior's included. */
  df: number
}

/** Differences of neighbours overlap, so that two of three tell something new (Rice 1984, eq. 2.1). */
const FRESH = 2 / 3

/**
 * The factor from a sum of squares (Pearson) with its degrees of freedom, drawn to what is known of other series, so that a series of
 * six periods does not rest on five figures alone; never under 1.
 * Source: Smyth, "Linear models and empirical Bayes methods", SAGMB 3 (2004), section 3.
 */
export function moderate(squares: number, df: number, prior: Dispersion): Dispersion {
  return {
    factor: Math.max(1, (prior.df * prior.factor + squares) / (prior.df + df)),
    df: prior.df + df,
  }
}

/**
 * Sum of squares and degrees of freedom from each period's difference to the next: a slow rise or fall does not count as noise, a
 * saw-tooth does. Pearson's χ² of every two neighbours that hold a paper; the two steps into and out of periods `from`…`to` are left out.
 * Source: Rice, "Bandwidth choice for nonparametric regression", Annals of Statistics 12 (1984), for counts.
 */
export function neighbourSquares(
  hits: ArrayLike<number>,
  totals: ArrayLike<number>,
  from: number,
  to: number,
): { squares: number; df: number } {
  let squares = 0
  let pairs = 0
  for (let i = 0; i + 1 < hits.length; i++) {
    const sum = hits[i] + hits[i + 1]
    if (sum === 0 || i === from - 1 || i === to) continue
    const share = totals[i] / (totals[i] + totals[i + 1])
    const off = hits[i] - sum * share
    squares += (off * off) / (sum * share * (1 - share))
    pairs++
  }
  return { squares: squares * FRESH, df: pairs * FRESH }
}
