import type { ReportEntry, ReportModel } from '../../shared/report.ts'

/** The model itself as one JSON document (`shared/report.ts` says what each field is); one paper a line at its end. */
export function* json(model: ReportModel): Generator<string> {
  const { head, tail } = jsonFrame(model)
  yield head
  let i = 0
  for (const { before, behind } of jsonEntries(model.papers)) {
    yield `${before}${JSON.stringify(model.papers[i++].paper)}${behind}`
  }
  yield tail
}

/** What stands before the first paper of the document, and what behind the last. */
export function jsonFrame({ papers: _, ...rest }: ReportModel): { head: string; tail: string } {
  return { head: `${JSON.stringify(rest, null, 1).slice(0, -2)},\n "papers": [`, tail: '\n ]\n}\n' }
}

/** What stands around each paper, which is an object itself. */
export function* jsonEntries(
  entries: readonly ReportEntry[],
): Generator<{ before: string; behind: string }, undefined> {
  let separator = '\n'
  for (const { assignment } of entries) {
    yield { before: `${separator}  {"paper":`, behind: `,"assignment":${JSON.stringify(assignment)}}` }
    separator = ',\n'
  }
}
