import type { TrendItem, TrendPeriod } from './trend.ts'

/** The periods that all lines of an analysis share, from any of them; none without a line. */
export function periodsOfItems(items: readonly TrendItem[]): TrendPeriod[] {
  return (items[0]?.points ?? []).map(({ period, total, complete }) => ({ period, total, complete }))
}
