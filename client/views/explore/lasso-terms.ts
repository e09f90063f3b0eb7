import { numberCell, textCell } from '../../../shared/csv.ts'
import type { Paper } from '../../../shared/paper.ts'
import type { Assignment } from '../../../shared/topic.ts'
import type { TopicIndex } from '../../hooks/use-analysis.ts'

/** The terms that say most about where these papers stand: their shares summed, largest first, ties by name. */
export function sharedTerms(assignments: readonly Assignment[], count: number): string[] {
  const sums = new Map<string, number>()
  for (const { reasons } of assignments) {
    for (const { term, share } of reasons) sums.set(term, (sums.get(term) ?? 0) + share)
  }
  return [...sums]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, count)
    .map(([term]) => term)
}

/** Papers as CSV, text cells safe for spreadsheets. */
export function papersCsv(papers: readonly { paper: Paper; assignment: Assignment }[], index: TopicIndex): string {
  const lines = papers.map(({ paper, assignment }) =>
    [
      textCell(paper.id),
      textCell(paper.title),
      textCell(paper.authors?.join('; ') ?? null),
      textCell(paper.date),
      textCell(paper.url),
      numberCell(assignment.topicId),
      textCell(index.byId.get(assignment.topicId)?.label ?? null),
      numberCell(assignment.score),
    ].join(','),
  )
  return ['paper_id,title,authors,date,url,topic_id,topic_label,score', ...lines, ''].join('\n')
}
