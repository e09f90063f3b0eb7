/** Stretches of periods that the scan looks at: period `from` to period `to` of a series, both included. */
export interface Spans {
  /** Stretches that touch neither end: a peak. */
  peaks: Int32Array
  /** Ends of the series: a rise that came late. */
  ends: Int32Array
  /** Beginnings of the series: a fall that came early. */
  beginnings: Int32Array
}

/** Widths grow by about half, and wide stretches move by a quarter of their width: all that a test needs, at a tenth of all pairs. */
const WIDTHS = [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256]

/** The stretches of a series of `m` periods, at most half of it wide; each two numbers, from and to. */
export function spansOf(m: number): Spans {
  const peaks: number[] = []
  const ends: number[] = []
  const beginnings: number[] = []
  for (const width of WIDTHS) {
    if (width > m / 2) break
    ends.push(m - width, m - 1)
    beginnings.push(0, width - 1)
    const stride = Math.max(1, width >> 2)
    for (let from = 1; from + width < m; from += stride) peaks.push(from, from + width - 1)
  }
  return { peaks: Int32Array.from(peaks), ends: Int32Array.from(ends), beginnings: Int32Array.from(beginnings) }
}
