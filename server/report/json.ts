import type { ReportModel } from '../../shared/report.ts'

/** The model itself as one JSON document (`shared/report.ts` says what each field is); one paper a line at its end. */
export function* json({ papers, ...rest }: ReportModel): Generator<string> {
  const head = JSON.stringify(rest, null, 1)
  yield `${head.slice(0, -2)},\n "papers": [`
  let separator = '\n'
  for (const entry of papers) {
    yield `${separator}  ${JSON.stringify(entry)}`
    separator = ',\n'
  }
  yield '\n ]\n}\n'
}
