import { createReadStream } from 'node:fs'
import { basename, resolve } from 'node:path'
import type { Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import type { Paper } from '../../shared/paper.ts'
import { plainKernels } from '../../server/analysis/kernels/plain/plain-kernels.ts'
import { findPhrases } from '../../server/analysis/labels/phrases.ts'
import { createRandom } from '../../server/analysis/math/random.ts'
import { readCorpus } from '../../server/analysis/text/read-corpus.ts'
import { followTrends, type FoundTrends } from '../../server/analysis/trends/follow-trends.ts'
import { paperFacts } from '../../server/analysis/text/paper-facts.ts'
import { columnsOf } from '../../server/analysis/trends/paper-columns.ts'
import { buildTimeline } from '../../server/analysis/trends/timeline.ts'
import type { TrendGroup } from '../../server/analysis/trends/topic-trends.ts'
import { findTraps } from '../../server/analysis/trends/traps.ts'
import { choosePhrases } from '../../server/analysis/trends/trend-phrases.ts'
import { readFiles } from '../../server/import/read-files.ts'

/** What shuffled dates let the tests find, beside what the true ones do. */
export interface ShuffleFigures {
  papers: number
  bin: string
  periods: number
  groups: number
  phrases: number
  /** Discoveries with the dates as they are. */
  found: number
  seeds: number
  /** Seeds with any discovery at all, of topics, themes, phrases or a topic's terms; at most 5% + 2 standard errors may have one. */
  seedsWithAny: number
  mostAllowed: number
  /** Mean seconds to follow and judge everything once. */
  seconds: number
}

/** Papers that a venue or label needs to stand for a topic. */
const LEAST_GROUP = 100

/**
 * Follows everything over dates that were shuffled among the dated papers, once a seed. Labels or venues stand for topics and the first
 * letter of their names for themes, so that no topic need be found: what a group is made of plays no part where dates are chance.
 * Papers must be sorted by id.
 */
export function shuffleDates(papers: readonly Paper[], seeds: number): ShuffleFigures {
  const columns = columnsOf(papers.map(paperFacts))
  const timeline = buildTimeline(columns, 'auto')
  const { fields } = findTraps(timeline, columns, null)
  const corpus = readCorpus(papers, 'singular')
  const found = findPhrases(plainKernels, corpus, Math.max(2, Math.floor(papers.length / 1000)))
  const chosen = choosePhrases(corpus, found, timeline, fields.length === 1)
  const groups = [
    ...groupsBy(papers, 'topic', ({ label, venue }) => label ?? venue),
    ...groupsBy(papers, 'theme', ({ label, venue }) => (label ?? venue)?.slice(0, 1) ?? null),
  ]
  const dated = Int32Array.from(papers.keys()).filter((paper) => timeline.periodOf[paper] >= 0)
  const began = performance.now()
  const real = discoveries(followTrends(plainKernels, timeline, groups, chosen))
  let seedsWithAny = 0
  for (let seed = 1; seed <= seeds; seed++) {
    const random = createRandom(seed)
    const periodOf = timeline.periodOf.slice()
    for (let i = dated.length - 1; i > 0; i--) {
      const [a, b] = [dated[i], dated[random.below(i + 1)]]
      ;[periodOf[a], periodOf[b]] = [periodOf[b], periodOf[a]]
    }
    if (discoveries(followTrends(plainKernels, { ...timeline, periodOf }, groups, chosen)) > 0) seedsWithAny++
  }
  return {
    papers: papers.length,
    bin: timeline.bin,
    periods: timeline.tested.filter(Boolean).length,
    groups: groups.length,
    phrases: chosen.labels.length,
    found: real,
    seeds,
    seedsWithAny,
    mostAllowed: Math.floor(seeds * (0.05 + 2 * Math.sqrt((0.05 * 0.95) / seeds))),
    seconds: (performance.now() - began) / 1000 / (seeds + 1),
  }
}

/** Papers whose word of a field is the same, as topics or themes. */
function groupsBy(
  papers: readonly Paper[],
  kind: TrendGroup['kind'],
  keyOf: (paper: Paper) => string | null,
): TrendGroup[] {
  const members = new Map<string, number[]>()
  papers.forEach((paper, i) => {
    const key = keyOf(paper)
    if (key === null) return
    const list = members.get(key)
    if (list) list.push(i)
    else members.set(key, [i])
  })
  const large = [...members].filter(([, list]) => list.length >= LEAST_GROUP)
  return large.map(([label, list], i) => ({ kind, id: i + 1, label, papers: list }))
}

function discoveries({ items, phrases, drift }: FoundTrends): number {
  const verdicts = [...items, ...phrases].filter(({ verdict }) => verdict !== 'steady' && verdict !== 'not enough data')
  return verdicts.length + drift.reduce((sum, { entered, left }) => sum + entered.length + left.length, 0)
}

/** `shuffle-dates FILE… [--seeds 200]`: prints one line of JSON a file; the exit code, 1 where one finds too much. */
export async function runShuffleDates(words: string[], cwd: string, stdout: Writable): Promise<number> {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: { seeds: { type: 'string', default: '200' } },
  })
  let worst = 0
  for (const file of positionals) {
    const path = resolve(cwd, file)
    const { papers } = await readFiles([{ name: path, bytes: createReadStream(path) }], {
      encoding: 'auto',
      skipBad: true,
      asOf: '9999-12-31',
    })
    const figures = shuffleDates(
      papers.map(({ paper }) => paper),
      Number(values.seeds),
    )
    if (figures.seedsWithAny > figures.mostAllowed) worst = 1
    stdout.write(`${JSON.stringify({ file: basename(file), ...figures })}\n`)
  }
  return worst
}
