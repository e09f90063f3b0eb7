import type { ReactNode } from 'react'
import type { Analysis } from '../../../shared/analysis.ts'
import type { AnalysisTrends } from '../../../shared/trend.ts'
import type { TopicIndex } from '../../hooks/use-analysis.ts'

/** What every view of Trends is told. */
export interface PanelProps {
  collectionId: string
  /** Name of the collection. */
  title: string
  analysis: Analysis
  index: TopicIndex
  trends: AnalysisTrends
  /** The time brush, to stand under what it narrows; absent where time does not run by the calendar. */
  brush: ReactNode
}
