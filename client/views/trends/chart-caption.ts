import { formatPeriod, plural } from '../../../shared/format.ts'
import type { TrendMode } from '../../../shared/charts/trend-series.ts'
import type { Bin } from '../../../shared/period.ts'
import { binLabel } from './bin-label.ts'

interface Caption {
  mode: TrendMode
  /** Periods on each side that smoothing takes in; 0 for none. */
  smooth: number
  /** Papers from which on a line begins; 0 for the calendar. */
  start: number
  bin: Bin
  /** First and last period that was brushed; null for all. */
  span: readonly [string, string] | null
  /** Names of lines that never begin. */
  never: readonly string[]
}

/** What was done to the numbers before they were drawn, in sentences; empty where nothing was. */
export function chartCaption({ mode, smooth, start, bin, span, never }: Caption): string {
  const parts: string[] = []
  if (span !== null)
    parts.push(`Drawn from ${formatPeriod(span[0])} to ${formatPeriod(span[1])}; verdicts are of all time.`)
  if (smooth > 0 && mode === 'share') {
    parts.push(
      `Smoothed: each point of a line is the share of ${2 * smooth + 1} periods together (papers ÷ papers), complete ones only; dots are what was counted.`,
    )
  }
  if (start > 0) parts.push(`Lines begin with their first ${binLabel(bin)} of ${plural(start, 'paper')} or more.`)
  if (never.length > 0) parts.push(`Without so many papers, and not drawn: ${never.join(', ')}.`)
  return parts.join(' ')
}
