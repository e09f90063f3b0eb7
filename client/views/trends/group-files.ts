import { numberCell, textCell } from '../../../shared/csv.ts'
import type { GroupTable } from './group-rows.ts'

/** A table over time as CSV: one row a name and period; text safe for spreadsheets. */
export function groupsCsv({ rows, periods }: GroupTable): string {
  const lines = rows.flatMap((row) =>
    periods.map((period, at) =>
      [textCell(row.label), textCell(period), numberCell(row.counts[at]), numberCell(row.totals[at])].join(','),
    ),
  )
  return ['name,period,papers,total', ...lines, ''].join('\n')
}

/** The same as JSON; `topic` is null for all papers. */
export function groupsJson({ rows, periods }: GroupTable, by: string, topic: string | null): string {
  const groups = rows.map(({ label, papers, counts, totals }) => ({ name: label, papers, counts, totals }))
  return `${JSON.stringify({ by, topic, periods, groups }, null, 2)}\n`
}
