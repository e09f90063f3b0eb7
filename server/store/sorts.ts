import type { PaperOrder } from './paper-order.ts'

/**
 * Sort keys of papers `p` with assignments `a`: an expression without nulls, its direction, and what of a cursor is compared with it; ties go by
 * id. Only these names ever reach a statement.
 */
export const SORTS: Readonly<Record<PaperOrder, { key: string; descending: boolean; cursor: string }>> = {
  newest: { key: `coalesce(p."firstDay", -2147483648)`, descending: true, cursor: '$key' },
  oldest: { key: `coalesce(p."firstDay", 2147483647)`, descending: false, cursor: '$key' },
  title: { key: 'lower(p.title)', descending: false, cursor: 'lower($key)' },
  score: { key: 'coalesce(a.score, -1.0)', descending: true, cursor: '$key' },
  votes: { key: 'coalesce(p.votes, -1)::DOUBLE', descending: true, cursor: '$key' },
}
