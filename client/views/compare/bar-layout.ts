import type { ContrastTerm } from '../../../shared/contrast.ts'

/** A bar of one term, in per cent of its track, from the middle outwards. */
export interface Bar {
  length: number
  /** The interval's ends, cut at the ends of the track. */
  from: number
  to: number
  /** Whether the interval leaves out zero: unlikely to be chance. */
  isSure: boolean
}

/** The log-odds that fill a track: a little more than the largest of them. */
export function trackEnd(terms: readonly ContrastTerm[]): number {
  return terms.reduce((most, { logOdds }) => Math.max(most, Math.abs(logOdds)), 0.5) * 1.3
}

/** The bar of a term; `end` is the log-odds at the end of its track. */
export function barOf({ logOdds, low, high }: ContrastTerm, end: number): Bar {
  const percent = (value: number): number => Math.min(100, Math.max(0, (100 * value) / end))
  const [near, far] = logOdds < 0 ? [-high, -low] : [low, high]
  return { length: percent(Math.abs(logOdds)), from: percent(near), to: percent(far), isSure: near > 0 }
}
