import { expect, it } from 'vitest'
import { plainKernels } from '../../../../server/analysis/kernels/plain/plain-kernels.ts'
import { findPhrases } from '../../../../server/analysis/labels/phrases.ts'
import { createRandom } from '../../../../server/analysis/math/random.ts'
import { readCorpus } from '../../../../server/analysis/text/read-corpus.ts'
import { datesOf } from '../../../../server/analysis/trends/dates.ts'
import { followTrends, type FoundTrends } from '../../../../server/analysis/trends/follow-trends.ts'
import { buildTimeline } from '../../../../server/analysis/trends/timeline.ts'
import type { TrendGroup } from '../../../../server/analysis/trends/topic-trends.ts'
import { choosePhrases } from '../../../../server/analysis/trends/trend-phrases.ts'
import type { Paper } from '../../../../shared/paper.ts'
import { bustlingPapers } from '../../../support/dated-papers.ts'

const SEEDS = 200
const papers = bustlingPapers(700, 3)
const timeline = buildTimeline(datesOf(papers), 'year')
const corpus = readCorpus(papers, 'singular')
const chosen = choosePhrases(corpus, findPhrases(plainKernels, corpus, 25), timeline, false)
/** The large venues as topics, and two of them as a theme. */
const groups: TrendGroup[] = Array.from({ length: 3 }, (_, venue) => group('topic', venue + 1, [venue])).concat(
  Array.from({ length: 2 }, (_, theme) => group('theme', theme + 1, [2 * theme, 2 * theme + 1])),
)

function group(kind: TrendGroup['kind'], id: number, venues: number[]): TrendGroup {
  const isIn = ({ venue }: Paper): boolean => venues.some((number) => venue === `Venue ${number}`)
  return { kind, id, label: `${kind} ${id}`, papers: papers.flatMap((paper, i) => (isIn(paper) ? [i] : [])) }
}

function discoveries({ items, phrases, drift }: FoundTrends): number {
  const verdicts = [...items, ...phrases].map(({ verdict }) => verdict)
  const changes = drift.flatMap(({ entered, left }) => [...entered, ...left])
  return changes.length + verdicts.filter((one) => one !== 'steady' && one !== 'not enough data').length
}

it('finds nothing at all in shuffled dates, but for one seed in twenty', { timeout: 120_000 }, () => {
  expect(chosen.labels.length).toBeGreaterThan(80)
  let seedsWithAny = 0
  for (let seed = 1; seed <= SEEDS; seed++) {
    const random = createRandom(seed)
    const periodOf = timeline.periodOf.slice()
    for (let i = periodOf.length - 1; i > 0; i--) {
      const j = random.below(i + 1)
      ;[periodOf[i], periodOf[j]] = [periodOf[j], periodOf[i]]
    }
    if (discoveries(followTrends(plainKernels, { ...timeline, periodOf }, groups, chosen)) > 0) seedsWithAny++
  }
  const twoErrors = 2 * Math.sqrt((0.05 * 0.95) / SEEDS)
  expect(seedsWithAny / SEEDS).toBeLessThanOrEqual(0.05 + twoErrors)
})

it('finds what was planted there', () => {
  const planted = papers.map((one, i) => {
    const year = Number(one.date)
    const isHit = year >= 2017 ? i % 2 === 0 : i % 60 === 0
    return isHit ? { ...one, abstract: `${one.abstract} quokka` } : one
  })
  const read = readCorpus(planted, 'singular')
  const own = choosePhrases(read, findPhrases(plainKernels, read, 25), timeline, false)
  const { phrases } = followTrends(plainKernels, timeline, groups, own)
  expect(phrases[0]).toMatchObject({ label: 'quokka', verdict: 'emerging' })
})
