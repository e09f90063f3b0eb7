import type { Burst, TrendPoint, Verdict } from '../../../shared/trend.ts'
import { mapHere, type Task, type TaskMap } from '../tasks/task.ts'
import { burstsOf } from './bursts.ts'
import type { Dispersion } from './dispersion.ts'
import { landmarksOf, roundOrNull, type Landmarks } from './landmarks.ts'
import type { Judged } from './false-discovery.ts'
import { trendPoints } from './share.ts'
import { planTests, testSeries, type TrendTest } from './test-series.ts'
import type { Timeline, Timespan } from './timeline.ts'

/** A series before it is judged: papers of each period, and what was found in it. */
export interface Followed extends Found {
  timeline: Timespan
  counts: Int32Array
}

interface Found {
  test: TrendTest
  bursts: Burst[]
}

/** What is said of a series. */
export interface Said extends Landmarks {
  verdict: Verdict
  size: number | null
  qValue: number | null
  bursts: Burst[]
}

/** Some series of one timeline. */
export interface SeriesSet {
  timeline: Timespan
  series: readonly Int32Array[]
}

/** Looks at series, each by itself. `prior`: how much series of the collection vary. */
export const testSome: Task<SeriesSet & { prior: Dispersion | undefined }, Found[]> = {
  name: 'testSome',
  run({ timeline, series, prior }) {
    const plan = planTests(timeline, prior)
    return series.map((counts) => ({ test: testSeries(plan, counts), bursts: burstsOf(timeline, counts) }))
  },
}

/** The points of series of one timeline: intervals take long. */
export const somePoints: Task<SeriesSet, TrendPoint[][]> = {
  name: 'somePoints',
  run: ({ timeline, series }) => series.map((counts) => trendPoints(timeline, counts)),
}

/** Series that a thread gets at a time. */
const AT_ONCE = 64
const POINTS_AT_ONCE = 8

/** The points of series of a timeline, made on all threads. */
export function pointsOf(map: TaskMap, timeline: Timespan, series: readonly Int32Array[]): TrendPoint[][] {
  return map(somePoints, piecesOf(timeline, series, POINTS_AT_ONCE)).flat()
}

/** Some series at a time. */
function piecesOf(timeline: Timespan, series: readonly Int32Array[], atOnce: number): SeriesSet[] {
  const { bin, periods, totals, complete, tested, testable } = timeline
  // Of a timeline only the periods are sent along, not the papers in them.
  const span = { bin, periods, totals, complete, tested, testable }
  return Array.from({ length: Math.ceil(series.length / atOnce) }, (_, i) => ({
    timeline: span,
    series: series.slice(i * atOnce, (i + 1) * atOnce),
  }))
}

/** Tests the series of several timelines, on all threads; `prior`: how much series of the collection vary. */
export function followSets(map: TaskMap, sets: readonly SeriesSet[], prior?: Dispersion): Followed[][] {
  const shards = sets.flatMap(({ timeline, series }) =>
    piecesOf(timeline, series, AT_ONCE).map((piece) => ({ ...piece, prior })),
  )
  const found = map(testSome, shards).flat()
  let next = 0
  return sets.map(({ timeline, series }) => series.map((counts) => ({ timeline, counts, ...found[next++] })))
}

/** Tests series of one timeline on this thread; `prior`: how much series of the collection vary. */
export function followSeries(timeline: Timeline, series: readonly Int32Array[], prior?: Dispersion): Followed[] {
  return followSets(mapHere, [{ timeline, series }], prior)[0]
}

/** What is said of a series once it was judged among all that were tested with it. */
export function describe({ timeline, counts, test, bursts }: Followed, { verdict, qValue }: Judged): Said {
  return {
    verdict,
    ...landmarksOf(timeline, counts, verdict === 'peaked' ? test.stretch : null),
    size: roundOrNull(test.size),
    qValue: roundOrNull(qValue),
    bursts,
  }
}
