import { numberCell, textCell } from '../../../shared/csv.ts'
import type { Bin } from '../../../shared/period.ts'
import type { JudgedLine } from './judged-lines.ts'

/** Verdicts as CSV: one row a line; text safe for spreadsheets. `bursts` holds `from..to` with spaces between. */
export function judgedCsv(lines: readonly JudgedLine[]): string {
  const rows = lines.map((line) =>
    [
      textCell(line.label),
      textCell(line.verdict),
      numberCell(line.size),
      numberCell(line.qValue),
      numberCell(line.papers),
      textCell(line.from),
      textCell(line.peak),
      textCell(line.bursts.map(({ from, to }) => `${from}..${to}`).join(' ')),
    ].join(','),
  )
  return ['label,verdict,size,q,papers,from,peak,bursts', ...rows, ''].join('\n')
}

/** The same as JSON, with the papers of every period. */
export function judgedJson(lines: readonly JudgedLine[], bin: Bin): string {
  const items = lines.map(({ id: _, stretch: __, points, ...line }) => ({
    ...line,
    points: points.map(({ period, papers, total, complete }) => ({ period, papers, total, complete })),
  }))
  return `${JSON.stringify({ bin, lines: items }, null, 2)}\n`
}
