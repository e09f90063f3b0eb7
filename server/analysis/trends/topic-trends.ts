import type { TrendItem } from '../../../shared/trend.ts'

/** A group of papers to follow over time. */
export interface TrendGroup {
  kind: TrendItem['kind']
  id: number
  label: string
  /** Numbers of its papers. */
  papers: readonly number[]
}
