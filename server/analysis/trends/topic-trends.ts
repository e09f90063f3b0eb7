import type { TrendItem } from '../../../shared/trend.ts'
import { countByPeriod, roundShare, trendPoints } from './share.ts'
import type { Timeline } from './timeline.ts'
import { judge, testTrend } from './verdict.ts'

/** A group of papers to follow over time. */
export interface TrendGroup {
  kind: 'topic' | 'theme'
  id: number
  label: string
  /** Numbers of its papers. */
  papers: readonly number[]
}

/** Shares, intervals and verdicts of groups; all that are of one kind are judged together. */
export function followGroups(timeline: Timeline, groups: readonly TrendGroup[]): TrendItem[] {
  const counts = groups.map(({ papers }) => countByPeriod(timeline, papers))
  const tests = counts.map((count) => testTrend(timeline, count))
  const verdicts = new Array<ReturnType<typeof judge>[number]>(groups.length)
  for (const kind of ['topic', 'theme'] as const) {
    const members = groups.map((_, i) => i).filter((i) => groups[i].kind === kind)
    judge(members.map((i) => tests[i])).forEach((verdict, j) => (verdicts[members[j]] = verdict))
  }
  return groups.map(({ kind, id, label, papers }, i) => {
    const points = trendPoints(timeline, counts[i])
    // A period with a handful of papers has a share, but neither begins nor crowns a trend.
    const filled = points.filter((point, at) => timeline.tested[at] && point.papers > 0)
    const first = filled[0] ?? points.find((point) => point.papers > 0)
    // The peak is looked for in whole periods: a share "to date" may still change.
    const whole = filled.length > 0 ? filled : points.filter((point) => point.complete && point.papers > 0)
    const peak = whole.reduce<(typeof points)[number] | undefined>(
      (a, b) => (a === undefined || b.share! > a.share! ? b : a),
      undefined,
    )
    return {
      kind,
      id,
      label,
      verdict: verdicts[i].verdict,
      from: first?.period ?? null,
      peak: peak?.period ?? null,
      size: roundOrNull(tests[i].size),
      qValue: roundOrNull(verdicts[i].qValue),
      papers: papers.length,
      points,
    }
  })
}

const roundOrNull = (value: number | null): number | null => (value === null ? null : roundShare(value))
