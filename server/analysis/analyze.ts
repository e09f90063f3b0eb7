import type { AnalysisFacts, AnalysisOptions, Stage } from '../../shared/analysis.ts'
import type { Paper } from '../../shared/paper.ts'
import type { Assignment, Theme, Topic } from '../../shared/topic.ts'
import type { TrendItem } from '../../shared/trend.ts'

/** Everything an analysis says of a collection. Papers are in the order of the input. */
export interface AnalysisResult {
  topics: Topic[]
  themes: Theme[]
  assignments: Assignment[]
  trends: TrendItem[]
  facts: AnalysisFacts
  /** Mean pairwise adjusted Rand index of runs that differ in their seed; null where there is one topic. */
  agreementBetweenSeeds: number | null
}

/** Called when a stage begins and while it goes on; `done` is the share of that stage, 0–1. */
export type OnStage = (stage: Stage, done: number) => void

/**
 * Papers → topics, map and trends: the whole method, top to bottom.
 * Papers must be sorted by id (code point). Pure and synchronous: the same papers, options and seed give the same bits.
 * Throws `unprocessable` where no paper has a usable term.
 */
export function analyze(_papers: readonly Paper[], _options: AnalysisOptions, _onStage: OnStage = () => {}): AnalysisResult {
  throw new Error('not written yet')
}
