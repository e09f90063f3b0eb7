import type { TrendMode } from '../../shared/charts/trend-series.ts'
import type { ReportTopic } from '../../shared/report.ts'

/** Shares, or plain counts where the data carry no verdict at all: a share of three papers says little. */
export function trendMode(topics: readonly Pick<ReportTopic, 'verdict'>[]): TrendMode {
  return topics.every((topic) => topic.verdict === 'not enough data') ? 'counts' : 'share'
}
