/** A series and its periods that the keyboard can reach, oldest first. */
export interface PointRow {
  id: string
  periods: readonly string[]
}

/** One reachable point. */
export interface PointPlace {
  row: string
  period: string
}

/**
 * Where a key leads from a point: left and right to the neighbours in time, up and down to the series before and after it in the
 * same period (else the one next before it, else its first), Home and End to the ends of the series. null where the key leads nowhere.
 */
export function stepPoint(rows: readonly PointRow[], from: PointPlace, key: string): PointPlace | null {
  const reachable = rows.filter(({ periods }) => periods.length > 0)
  const place = reachable.findIndex(({ id }) => id === from.row)
  if (place < 0) return null
  const { periods } = reachable[place]
  const at = periods.indexOf(from.period)
  const along = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: periods.length - 1 }[key]
  if (along !== undefined) {
    const period = periods[along]
    return period === undefined || along === at ? null : { row: from.row, period }
  }
  const other = reachable[{ ArrowUp: place - 1, ArrowDown: place + 1 }[key] ?? -1]
  if (other === undefined) return null
  const before = other.periods.findLast((period) => period <= from.period)
  return { row: other.id, period: before ?? other.periods[0] }
}
