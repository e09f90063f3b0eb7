import { heatLayout, type HeatRow } from '../../../shared/charts/heat-layout.ts'
import type { CrossTrends } from '../../../shared/cross-trends.ts'
import { spanOfPoints } from '../../hooks/span-of-points.ts'

/** The rows of a heat map over time, and the periods that they share. */
export interface GroupTable {
  rows: HeatRow[]
  periods: string[]
  /** The share of the strongest cell, 0–1. */
  top: number
}

/** Share of all papers that the sparse beginning may hold and still be left out. */
const SPARSE = 0.01

/**
 * Venues or organisations as rows: of a topic, its papers ÷ their papers; of all papers, their papers ÷ the period's. Only periods of the
 * brushed stretch; without one, from where papers are dense.
 */
export function groupRows(cross: CrossTrends, from: string | null, to: string | null): GroupTable {
  const brushed = from !== null || to !== null
  const all = cross.totals.reduce((sum, total) => sum + total, 0)
  let sum = 0
  const points = cross.periods.map((period, place) => {
    sum += cross.totals[place]
    return { period, place, dense: sum > all * SPARSE }
  })
  const kept = brushed ? spanOfPoints(points, from, to) : points.filter(({ dense }) => dense)
  const pick = (values: readonly number[]): number[] => kept.map(({ place }) => values[place])
  const totals = pick(cross.totals)
  const rows = cross.groups.map((group): HeatRow => ({
    id: group.label,
    label: group.label,
    papers: group.papers,
    counts: pick(group.counts),
    totals: cross.topicId === null ? totals : pick(group.totals),
  }))
  const periods = kept.map(({ period }) => period)
  return { rows, periods, top: heatLayout(rows, periods, { width: 100, rowHeight: 1, fontSize: 1 }).top }
}
