import type { Burst, Verdict } from '../../../shared/trend.ts'
import { burstsOf } from './bursts.ts'
import type { Dispersion } from './dispersion.ts'
import { landmarksOf, roundOrNull, type Landmarks } from './landmarks.ts'
import type { Judged } from './false-discovery.ts'
import { planTests, testSeries, type TestPlan, type TrendTest } from './test-series.ts'
import type { Timeline } from './timeline.ts'

/** A series before it is judged: papers of each period, and what tests found in it. */
export interface Followed {
  timeline: Timeline
  counts: Int32Array
  test: TrendTest
}

/** What is said of a series. */
export interface Said extends Landmarks {
  verdict: Verdict
  size: number | null
  qValue: number | null
  bursts: Burst[]
}

/** Tests series of one timeline; `prior`: how much series of the collection vary. */
export function followSeries(timeline: Timeline, series: readonly Int32Array[], prior?: Dispersion): Followed[] {
  const plan: TestPlan | null = planTests(timeline, prior)
  return series.map((counts) => ({ timeline, counts, test: testSeries(plan, counts) }))
}

/** What is said of a series once it was judged among all that were tested with it. */
export function describe({ timeline, counts, test }: Followed, { verdict, qValue }: Judged): Said {
  return {
    verdict,
    ...landmarksOf(timeline, counts, verdict === 'peaked' ? test.stretch : null),
    size: roundOrNull(test.size),
    qValue: roundOrNull(qValue),
    bursts: burstsOf(timeline, counts),
  }
}
