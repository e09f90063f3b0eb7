import type { Contrast } from '../../../shared/contrast.ts'
import { numberCell, textCell } from '../../../shared/csv.ts'

/** Both sides of a comparison as CSV, text cells safe for spreadsheets; `more_in` is the label of the set. */
export function contrastCsv({ a, b }: Contrast): string {
  const lines = [a, b].flatMap(({ label, terms }) =>
    terms.map((term) =>
      [
        textCell(label),
        textCell(term.term),
        numberCell(term.logOdds),
        numberCell(term.low),
        numberCell(term.high),
        numberCell(term.z),
        numberCell(term.papersA),
        numberCell(a.compared),
        numberCell(term.papersB),
        numberCell(b.compared),
      ].join(','),
    ),
  )
  return ['more_in,term,log_odds,low,high,z,papers_a,of_a,papers_b,of_b', ...lines, ''].join('\n')
}

/** The same as JSON. */
export function contrastJson(contrast: Contrast): string {
  return `${JSON.stringify(contrast, null, 2)}\n`
}
