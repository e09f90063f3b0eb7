import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AnalysisFacts, AnalysisSummary } from '../../shared/analysis.ts'
import { TidemapError } from '../../shared/error.ts'
import { SIMILAR_PAPERS, SIMILAR_TERMS } from '../../server/analysis/map/similar-papers.ts'
import { encodeMap, NO_DAY, NO_TOPIC } from '../../shared/map.ts'
import type { Paper } from '../../shared/paper.ts'
import type { Assignment, Theme, Topic } from '../../shared/topic.ts'
import type { TopicDrift } from '../../shared/topic-drift.ts'
import type { TrendItem } from '../../shared/trend.ts'
import type { FoundPhrase } from '../../server/analysis/trends/follow-trends.ts'
import type { Engine, EngineHandlers, EngineSpec, Manifest } from '../../server/engine/engine.ts'
import { assignmentTable, themeTable, topicTable, trendTable } from '../../server/engine/result-tables.ts'
import { similarTable } from './similar-table.ts'

/** An engine whose runs end when a test says so. */
export interface FakeEngine extends Engine {
  /** Runs that have begun, oldest first. */
  readonly runs: { spec: EngineSpec; handlers: EngineHandlers; finish(): void; fail(error: Error): void }[]
  /** Whether a run ends by itself; true at first. */
  automatic: boolean
}

/** Papers go to topic 1 and 2 in turn, the last one to Miscellaneous; what is written is what the real engine writes. */
export function fakeEngine(): FakeEngine {
  const engine: FakeEngine = {
    runs: [],
    automatic: true,
    async run(spec, handlers = {}) {
      handlers.signal?.throwIfAborted()
      handlers.onProgress?.({ stage: 'read', stageDone: 0, progress: 0.01 })
      await new Promise<void>((resolve, reject) => {
        handlers.signal?.addEventListener('abort', () => reject(handlers.signal?.reason), { once: true })
        engine.runs.push({ spec, handlers, finish: resolve, fail: reject })
        if (engine.automatic) resolve()
      })
      handlers.onProgress?.({ stage: 'topics', stageDone: 0.5, progress: 0.5 })
      return writeResult(spec)
    },
    async index(snapshot, outFile) {
      writeFileSync(outFile, readFileSync(snapshot))
    },
  }
  return engine
}

/** Papers of a snapshot or of a fake index, which is the same. */
export function snapshotPapers(file: string): Paper[] {
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Paper)
}

function writeResult({ snapshot, outDir, options }: EngineSpec): Manifest {
  const papers = snapshotPapers(snapshot)
  if (papers.every(({ title }) => title === 'nothing')) throw new TidemapError('unprocessable', 'no usable term')
  const topicOf = (i: number): number => (papers.length > 2 && i === papers.length - 1 ? 0 : 1 + (i % 2))
  const assignments: Assignment[] = papers.map(({ id }, i) => ({
    paperId: id,
    topicId: topicOf(i),
    score: 1 / (i + 1),
    runnerUpTopicId: i === 0 ? null : 3 - (topicOf(i) || 1),
    runnerUpScore: i === 0 ? null : 0.1,
    uncertain: i === 1,
    x: i / 3,
    y: -i,
    reasons: [{ term: 'a "term"', share: 0.5 }],
  }))
  const topics = [1, 2, 0].map((id) =>
    topic(
      id,
      assignments.filter(({ topicId }) => topicId === id),
    ),
  )
  const themes: Theme[] = [{ id: 1, label: 'Everything', topics: [1, 2], papers: papers.length, x: 0, y: 0 }]
  const trends: TrendItem[] = topics.slice(0, 2).map(({ id, label, papers: count }) => ({
    kind: 'topic',
    id,
    label,
    verdict: 'not enough data',
    from: null,
    peak: null,
    size: null,
    qValue: null,
    bursts: [],
    papers: count,
    points: [],
  }))
  mkdirSync(outDir, { recursive: true })
  const write = (name: string, bytes: Uint8Array | Iterable<Uint8Array>): void =>
    writeFileSync(join(outDir, name), bytes instanceof Uint8Array ? bytes : Buffer.concat([...bytes]))
  write('topics.parquet', topicTable(topics))
  write('themes.parquet', themeTable(themes))
  write(
    'trends.parquet',
    trendTable({ items: trends, phrases: [phrase('alpha', 1), phrase('beta', 2)], drift: [drift] }),
  )
  write(
    'assignments.parquet',
    assignmentTable(
      assignments,
      assignments.map(({ reasons }) => JSON.stringify(reasons)),
    ),
  )
  // Each paper is similar to the next one, and the last to none.
  const n = papers.length
  const similar = {
    papers: new Int32Array(n * SIMILAR_PAPERS).fill(-1),
    scores: new Float32Array(n * SIMILAR_PAPERS).fill(0.25),
    terms: new Int32Array(n * SIMILAR_PAPERS * SIMILAR_TERMS),
    names: ['a term'],
  }
  for (let i = 0; i + 1 < n; i++) similar.papers[i * SIMILAR_PAPERS] = i + 1
  write(
    'similar.parquet',
    similarTable(
      papers.map(({ id }) => id),
      similar,
    ),
  )
  write('map.bin', mapOf(assignments))
  const summary: AnalysisSummary = {
    papers: papers.length,
    rejected: 0,
    duplicates: 0,
    topics: topics.map(({ id, label, terms, papers: count }) => ({ id, label, terms, papers: count })),
    themes: themes.map(({ id, label, topics: members, papers: count }) => ({
      id,
      label,
      topics: members,
      papers: count,
    })),
    options,
    seed: options.seed,
    agreementBetweenSeeds: null,
    seconds: { total: 0.1 },
    peakMemoryBytes: 1,
    resultHash: 'f'.repeat(64),
  }
  const manifest: Manifest = { version: '0.0.0-test', options, summary, facts: facts(papers) }
  writeFileSync(join(outDir, 'manifest.json'), JSON.stringify(manifest))
  return manifest
}

const phrase = (label: string, id: number): FoundPhrase => ({
  kind: 'phrase',
  id,
  label,
  verdict: 'emerging',
  from: '2024',
  peak: '2024',
  size: 0.1,
  qValue: 0.01,
  papers: 2,
  bursts: [],
  counts: Int32Array.of(2),
})
const drift: TopicDrift = {
  topicId: 1,
  bin: 'year',
  periods: ['2024'],
  totals: [2],
  complete: [true],
  terms: [],
  stretches: [],
  entered: ['alpha'],
  left: [],
  notes: [],
}

function topic(id: number, members: Assignment[]): Topic {
  return {
    id,
    label: id === 0 ? 'Miscellaneous' : `topic ${id}`,
    terms: ['one', 'two'],
    papers: members.length,
    share: 0.5,
    themeId: 1,
    themeLabel: 'Everything',
    stability: null,
    cohesion: 0.5,
    verdict: 'not enough data',
    uncertain: members.filter(({ uncertain }) => uncertain).length,
    representative: members.slice(0, 1).map(({ paperId }) => paperId),
    nearest: [],
    x: 0,
    y: 0,
  }
}

function facts(papers: readonly Paper[]): AnalysisFacts {
  const dated = papers.filter(({ date }) => date !== null).length
  return {
    bin: 'year',
    dated,
    undated: papers.length - dated,
    coarse: 0,
    withoutTerms: 0,
    comparedPapers: 0,
    terms: 2,
    uncertain: 1,
    topicCounts: [{ topics: 2, stability: 1, chosen: true }],
    notes: ['too few papers for a verdict'],
  }
}

function mapOf(assignments: readonly Assignment[]): Uint8Array {
  const n = assignments.length
  const columns = {
    n,
    x: Float32Array.from(assignments, ({ x }) => x),
    y: Float32Array.from(assignments, ({ y }) => y),
    day: new Int32Array(n).fill(NO_DAY),
    topic: Uint16Array.from(assignments, ({ topicId }) => topicId),
    runnerUp: Uint16Array.from(assignments, ({ runnerUpTopicId }) => runnerUpTopicId ?? NO_TOPIC),
    flags: Uint8Array.from(assignments, ({ uncertain }) => Number(uncertain)),
    ids: assignments.map(({ paperId }) => paperId),
  }
  return encodeMap(columns, new TextEncoder())
}
