import type { Assignment, Reason } from '../../shared/topic.ts'

/** An assignment as `ASSIGNMENT_LIST` selects it; all null where the paper has none. */
export interface AssignmentRow {
  paperId: string | null
  topicId: number
  score: number
  runnerUpTopicId: number | null
  runnerUpScore: number | null
  uncertain: boolean
  x: number
  y: number
  reasons: string
}

/** Columns of an assignment, of a table called `a`. */
export const ASSIGNMENT_LIST = `
  a."paperId", a."topicId", a.score, a."runnerUpTopicId", a."runnerUpScore", a.uncertain, a.x, a.y, a.reasons`

/** The assignment of a row, or null where the join found none. */
export function assignmentOf(row: AssignmentRow): Assignment | null {
  if (row.paperId === null) return null
  const { paperId, topicId, score, runnerUpTopicId, runnerUpScore, uncertain, x, y, reasons } = row
  // Our own engine wrote it.
  return {
    paperId,
    topicId,
    score,
    runnerUpTopicId,
    runnerUpScore,
    uncertain,
    x,
    y,
    reasons: JSON.parse(reasons) as Reason[],
  }
}
