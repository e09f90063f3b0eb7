import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AnalysisSummary } from '../shared/analysis.ts'
import { compareCodePoints } from '../shared/paper.ts'
import type { FilesReceipt } from '../shared/receipt.ts'
import type { QueryTrends, TrendItem } from '../shared/trend.ts'
import { sampleFile, tidemap, tidemapHere, tidemapJson } from './support/command.ts'
import { makeFolder } from './support/temp-folder.ts'

/** What contract.md promises to scripts outside, on the sample. Written from the contract, not from the code. */
const folder = makeFolder()
const out = join(folder.path, 'out')
let summary: AnalysisSummary

beforeAll(async () => {
  summary = await tidemapJson<AnalysisSummary>(['run', sampleFile, '--out', out])
}, 120_000)
afterAll(folder.remove)

const text = (file: string) => readFileSync(join(out, file), 'utf8')
const rows = (file: string): Record<string, string>[] => parse(text(file), { columns: true })
const header = (file: string) => text(file).split('\n')[0]
const sorted = (values: readonly string[]) => [...values].sort(compareCodePoints)

describe('tidemap check', () => {
  it('gives the receipt of the sample', async () => {
    const receipt = await tidemapJson<FilesReceipt>(['check', sampleFile], {}, tidemapHere)
    expect(receipt).toMatchObject({ records: 39, papers: 39, rejected: [], duplicates: 0, titlesOnly: 0 })
    expect(receipt).toMatchObject({ inferredDates: 12, from: '2016-04-29', to: '2025-11-25' })
    expect(receipt.files).toHaveLength(1)
    expect(receipt.files[0]).toMatchObject({ records: 39, papers: 39 })
  })
})

describe('the files of tidemap run', () => {
  it('are these', () => {
    expect(sorted(readdirSync(out))).toEqual([
      'assignments.csv',
      'papers.jsonl',
      'report.bib',
      'report.html',
      'report.json',
      'report.md',
      'summary.json',
      'topics.csv',
      'trends.csv',
    ])
  })

  it('are UTF-8 with LF, without a byte order mark', () => {
    for (const file of readdirSync(out)) {
      const decoded = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(join(out, file)))
      expect(decoded, file).not.toContain('\r')
      expect(decoded.startsWith('\uFEFF'), file).toBe(false)
      expect(decoded.endsWith('\n'), file).toBe(true)
    }
  })

  it('papers.jsonl: every field in order, absent is null, sorted by id', () => {
    const papers = text('papers.jsonl')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(papers).toHaveLength(39)
    for (const paper of papers) {
      expect(Object.keys(paper)).toEqual(
        (
          'id title abstract date datePrecision dateInferred authors authorCount organization venue doi url keywords ' +
          'votes comments label source'
        ).split(' '),
      )
      for (const value of Object.values(paper)) expect(value).not.toBe('')
      expect(paper.authors).toBeNull()
    }
    const ids = papers.map((paper) => String(paper.id))
    expect(ids).toEqual(sorted(ids))
    expect(papers.filter((paper) => paper.authorCount !== null)).toHaveLength(37)
    expect(sorted(papers.flatMap((paper) => paper.organization ?? []).map(String))).toEqual(['ServiceNow-AI', 'adobe'])
    expect(papers.filter((paper) => paper.comments !== null)).toHaveLength(5)
    expect(papers.filter((paper) => paper.dateInferred)).toHaveLength(12)
    const zLoss = papers.find((paper) => String(paper.title).startsWith('The Z-loss'))
    expect(zLoss).toMatchObject({ date: '2016-04-29', datePrecision: 'day', authorCount: 2, dateInferred: false })
  })

  it('assignments.csv: one row a paper, sorted by id', () => {
    expect(header('assignments.csv')).toBe('paper_id,topic_id,topic_label,score,runner_up_topic_id,uncertain,x,y')
    const assignments = rows('assignments.csv')
    const ids = assignments.map((row) => row.paper_id)
    expect(ids).toHaveLength(39)
    expect(ids).toEqual(sorted(ids))
    for (const row of assignments) {
      expect(Number(row.score)).toBeGreaterThanOrEqual(0)
      expect(Number(row.score)).toBeLessThanOrEqual(1)
      expect(row.uncertain).toMatch(/^(true|false)$/)
      for (const number of [row.score, row.x, row.y]) expect(number).toMatch(/^-?\d+(\.\d{1,6})?$/)
    }
  })

  it('topics.csv: largest first, labels unique, sizes that add up', () => {
    expect(header('topics.csv')).toBe('topic_id,label,terms,papers,theme,stability,verdict')
    const topics = rows('topics.csv')
    const real = topics.filter((row) => row.topic_id !== '0')
    expect(real.length).toBeGreaterThanOrEqual(6)
    expect(real.length).toBeLessThanOrEqual(9)
    expect(real.map((row) => row.topic_id)).toEqual(real.map((_, i) => String(i + 1)))
    const sizes = real.map((row) => Number(row.papers))
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
    expect(new Set(topics.map((row) => row.label)).size).toBe(topics.length)
    const assignments = rows('assignments.csv')
    for (const topic of topics) {
      const members = assignments.filter((row) => row.topic_id === topic.topic_id)
      expect(members).toHaveLength(Number(topic.papers))
      for (const member of members) expect(member.topic_label).toBe(topic.label)
      expect(topic.verdict).toBe('not enough data')
    }
    for (const topic of real) expect(topic.terms.split('; ').length).toBeGreaterThan(2)
  })

  it('trends.csv: every topic over the same periods, shares that follow from the counts', () => {
    expect(header('trends.csv')).toBe('topic_id,topic_label,period,papers,total,share,low,high,complete')
    const trends = rows('trends.csv')
    const topics = [...new Set(trends.map((row) => row.topic_id))]
    expect(topics).toEqual(rows('topics.csv').map((row) => row.topic_id))
    const periodsOf = (id: string) => trends.filter((row) => row.topic_id === id).map((row) => row.period)
    for (const id of topics) {
      expect(periodsOf(id)).toEqual(periodsOf(topics[0]))
      expect(periodsOf(id)).toEqual(sorted(periodsOf(id)))
    }
    for (const row of trends) {
      expect(row.complete).toMatch(/^(true|false)$/)
      if (row.total === '0') expect([row.share, row.low, row.high]).toEqual(['', '', ''])
      else {
        expect(Number(row.share)).toBeCloseTo(Number(row.papers) / Number(row.total), 5)
        expect(Number(row.low)).toBeLessThanOrEqual(Number(row.share))
        expect(Number(row.high)).toBeGreaterThanOrEqual(Number(row.share))
      }
    }
    expect(trends.reduce((sum, row) => sum + Number(row.papers), 0)).toBe(39)
  })

  it('summary.json is what --json says, and its hash is that of the four files', () => {
    const { seconds: _a, peakMemoryBytes, ...written } = JSON.parse(text('summary.json')) as AnalysisSummary
    const { seconds: _b, peakMemoryBytes: _c, ...said } = summary
    expect(written).toEqual(said)
    expect(peakMemoryBytes).toBeGreaterThan(20_000_000)
    expect(said).toMatchObject({
      papers: 39,
      rejected: 0,
      duplicates: 0,
      seed: 1,
      options: { topics: 'auto', seed: 1 },
    })
    const hash = createHash('sha256')
    for (const file of ['papers.jsonl', 'assignments.csv', 'topics.csv', 'trends.csv']) {
      hash.update(readFileSync(join(out, file)))
    }
    expect(said.resultHash).toBe(hash.digest('hex'))
  })

  it('report.html holds every title, no script, and asks nothing of anyone', () => {
    const html = text('report.html')
    expect(html).not.toMatch(/<script|<link|<iframe|@import|url\(\s*['"]?https?:|\bon\w+=/i)
    expect(html).not.toMatch(/<(img|source|video|audio|object|embed)\b[^>]*(src|data)=["']?https?:/i)
    expect(html).toContain('Token Merging for Training-Free Semantic Binding in Text-to-Image Synthesis')
    expect(html).toContain('The Z-loss: a shift and scale invariant classification loss')
  })
})

describe('tidemap trend and trends', () => {
  it('gives a series for each query', async () => {
    const words = ['trend', sampleFile, '--query', 'loss functions', '--query', 'alignment', '--bin', 'year']
    const answer = await tidemapJson<QueryTrends>(words, {}, tidemapHere)
    expect(answer.bin).toBe('year')
    expect(answer.fields).toEqual(['title', 'abstract'])
    expect(answer.series.map((series) => series.query)).toEqual(['loss functions', 'alignment'])
    for (const series of answer.series) {
      expect(series.verdict).toBe('not enough data')
      expect(series.points.map((point) => point.period)).toEqual(Array.from({ length: 10 }, (_, i) => String(2016 + i)))
      expect(series.points.reduce((sum, point) => sum + point.total, 0)).toBe(39)
      expect(series.points.reduce((sum, point) => sum + point.papers, 0)).toBeGreaterThan(2)
      expect(Object.keys(series.points[0])).toEqual(
        expect.arrayContaining(['period', 'papers', 'total', 'share', 'low', 'high', 'complete']),
      )
    }
    // No paper of 2017: nothing to divide by.
    expect(answer.series[0].points[1]).toMatchObject({ papers: 0, total: 0, share: null, low: null, high: null })
  })

  it('lists topics and themes with their verdicts', async () => {
    const answer = await tidemapJson<{ bin: string; items: TrendItem[] }>(['trends', sampleFile], {}, tidemapHere)
    expect(answer.items.map((item) => item.kind)).toEqual(expect.arrayContaining(['topic', 'theme']))
    for (const item of answer.items) {
      expect(item).toMatchObject({ verdict: 'not enough data' })
      for (const key of ['from', 'peak', 'size', 'qValue', 'papers']) expect(item).toHaveProperty(key)
    }
  })
})

describe('exit codes and errors', () => {
  it('ends with 2 after wrong usage and with 1 after a failure, on stderr, with a hint', async () => {
    const wrong = await tidemap(['check', sampleFile, '--no-such-option'])
    expect(wrong).toMatchObject({ code: 2, stdout: '' })
    const missing = await tidemapHere(['check', 'no-such-file.csv'])
    expect(missing).toMatchObject({ code: 1, stdout: '' })
    expect(missing.stderr).toMatch(/^tidemap: .*no-such-file\.csv/)
  })

  it('names file and line of a truncated record, and lists it with --skip-bad', async () => {
    const input = '{"title": "One title", "abstract": "Something about graphs"}\n{"title": "Two'
    const refused = await tidemap(['check', '-'], { input })
    expect(refused).toMatchObject({ code: 1, stdout: '' })
    expect(refused.stderr.split('\n')[0]).toMatch(/^tidemap: \S+:2: /)
    const receipt = JSON.parse(
      (await tidemapHere(['check', '-', '--skip-bad', '--json'], { input })).stdout,
    ) as FilesReceipt
    expect(receipt).toMatchObject({ records: 2, papers: 1, rejected: [{ line: 2, record: 2 }] })
  })
})
