import { betaCdf } from '../math/beta.ts'

/**
 * P(T > t) of Student's t with `df` degrees of freedom (df > 0, need not be whole).
 * Formula: Abramowitz and Stegun, 26.7.1, through the incomplete beta function.
 */
export function upperTail(t: number, df: number): number {
  const half = betaCdf(df / (df + t * t), df / 2, 0.5) / 2
  return t >= 0 ? half : 1 - half
}
