/** Stretches of periods that the scan looks at: period `from` to period `to` of a series, both included. */
export interface Spans {
  /** Stretches that touch neither end: a peak. */
  peaks: Int32Array
  /** Ends of the series: a rise that came late. */
  ends: Int32Array
  /** Beginnings of the series: a fall that came early. */
  beginnings: Int32Array
}

/** What lasts for less than this part of the time is an event, such as one week's batch of papers, and no trend. */
const LEAST_PART = 1 / 20

/** Periods that a stretch, and what it is compared with, lasts for at least. */
export function leastPeriods(m: number): number {
  return Math.max(1, Math.floor(m * LEAST_PART))
}

/**
 * The stretches of a series of `m` periods, at most half of it wide and a twentieth at least, which is also how far peaks keep from the
 * ends; each two numbers, from and to. Narrow ones are all there, for one period too many or too few blurs a sharp step; wide ones grow
 * and move by an eighth of their width.
 */
export function spansOf(m: number): Spans {
  const peaks: number[] = []
  const ends: number[] = []
  const beginnings: number[] = []
  const least = leastPeriods(m)
  for (let width = least; width <= m / 2; width += Math.max(1, width >> 3)) {
    ends.push(m - width, m - 1)
    beginnings.push(0, width - 1)
    const stride = Math.max(1, width >> 3)
    for (let from = least; from + width <= m - least; from += stride) peaks.push(from, from + width - 1)
  }
  return { peaks: Int32Array.from(peaks), ends: Int32Array.from(ends), beginnings: Int32Array.from(beginnings) }
}
