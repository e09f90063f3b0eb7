import type { BenchTable } from './bench-row.ts'
import { best } from './measured.ts'

/** What comes before topics in any pipeline, and what only we do: the latter shall take less. `topics-50` holds the mixture and the stability. */
export const GROUNDWORK = ['text', 'svd', 'sparse-20', 'sparse-50']
export const ON_TOP = ['topics-50', 'labels', 'themes', 'layout', 'trends']

/** Seconds of several stages together, each on the most threads that it was measured on; null where one is missing. */
export function together({ rows }: BenchTable, stages: readonly string[]): number | null {
  let sum = 0
  for (const stage of stages) {
    const own = rows.filter((row) => row.stage === stage)
    if (own.length === 0) return null
    sum += best(own.at(-1)!.ours)
  }
  return sum
}
