import type { BinChoice } from '../../../shared/period.ts'
import type { QueryTrends, TrendField } from '../../../shared/trend.ts'
import type { TextIndex } from '../search/text-index.ts'

/** Share per period of each query, zero-filled, with intervals and a verdict. */
export function queryTrends(
  _index: TextIndex,
  _queries: readonly string[],
  _options: { bin: BinChoice; fields: readonly TrendField[] },
): QueryTrends {
  throw new Error('not written yet')
}
