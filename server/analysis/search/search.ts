import type { TrendField } from '../../../shared/trend.ts'
import type { TextIndex } from './text-index.ts'

/**
 * Numbers (ascending) of the papers that match a query: words are stem-aware and hyphen-blind, words next to each other
 * form a phrase, `"…"` is exact, `prefix*`, `OR`, `-without`.
 * Throws `bad-request` for a query without a word.
 */
export function matchQuery(_index: TextIndex, _query: string, _fields: readonly TrendField[]): Int32Array {
  throw new Error('not written yet')
}
