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

const FIELDS = ['paperId', 'topicId', 'score', 'runnerUpTopicId', 'runnerUpScore', 'uncertain', 'x', 'y']

/** Columns of an assignment but its reasons. */
export const ASSIGNMENT_FIELDS = FIELDS.map((field) => `"${field}"`).join(', ')
/** Columns of an assignment, of a table called `a`. */
export const ASSIGNMENT_LIST = [...FIELDS, 'reasons'].map((field) => `a."${field}"`).join(', ')

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
