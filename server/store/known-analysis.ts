import type { Analysis } from '../../shared/analysis.ts'
import type { Theme, Topic } from '../../shared/topic.ts'

/** What nearly every request asks of an analysis. */
export interface KnownAnalysis {
  analysis: Analysis
  topics: { items: Topic[]; themes: Theme[] }
}
