import type { ReportFrame, ReportModel } from '../../shared/report.ts'

/** The model itself as one JSON document (`shared/report.ts` says what each field is); one paper a line at its end. */
export function* json(model: ReportModel): Generator<string> {
  const { papers, ...frame } = model
  const { head, tail } = jsonFrame(frame)
  yield head
  for (const [place, { paper, assignment }] of papers.entries()) {
    const { before, between, behind } = jsonAround(place)
    yield `${before}${JSON.stringify(paper)}${between}${JSON.stringify(assignment)}${behind}`
  }
  yield tail
}

/** What stands before the first paper of the document, and what behind the last. */
export function jsonFrame(frame: ReportFrame): { head: string; tail: string } {
  return { head: `${JSON.stringify(frame, null, 1).slice(0, -2)},\n "papers": [`, tail: '\n ]\n}\n' }
}

/** What stands around the paper of a place and its assignment, both objects themselves. */
export function jsonAround(place: number): { before: string; between: string; behind: string } {
  return { before: `${place === 0 ? '' : ','}\n  {"paper":`, between: ',"assignment":', behind: '}' }
}
