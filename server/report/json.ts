import type { ReportFrame, ReportModel } from '../../shared/report.ts'

/** The model itself as one JSON document (`shared/report.ts` says what each field is); one paper a line at its end. */
export function* json(model: ReportModel): Generator<string> {
  const { papers, ...frame } = model
  const { head, tail } = jsonFrame(frame)
  yield head
  for (const [place, { paper, assignment }] of papers.entries()) {
    const { before, behind } = jsonAround(place, JSON.stringify(assignment))
    yield `${before}${JSON.stringify(paper)}${behind}`
  }
  yield tail
}

/** What stands before the first paper of the document, and what behind the last. */
export function jsonFrame(frame: ReportFrame): { head: string; tail: string } {
  return { head: `${JSON.stringify(frame, null, 1).slice(0, -2)},\n "papers": [`, tail: '\n ]\n}\n' }
}

/** What stands around the paper of a place, which is an object itself; `assignment` as JSON. */
export function jsonAround(place: number, assignment: string): { before: string; behind: string } {
  return { before: `${place === 0 ? '' : ','}\n  {"paper":`, behind: `,"assignment":${assignment}}` }
}
