import { expect, it } from 'vitest'
import { benchRow, type BenchTable } from './bench-row.ts'
import { growthOf } from './growth.ts'
import { together } from './together.ts'

const measured = (seconds: number[], peakBytes = 1e6) => ({
  seconds,
  cpuSeconds: seconds.map((s) => 2 * s),
  peakBytes,
  figures: {},
})
const stage = (name: string) => ({ name, title: name })

it('takes the quickest runs for its ratios', () => {
  const peer = { name: 'scikit-learn', ...measured([12, 9]) }
  expect(benchRow(stage('svd'), 2, measured([4, 3]), measured([6, 8]), peer)).toMatchObject({
    speedup: 2,
    timesFaster: 3,
    timesLessCpu: 3,
  })
  expect(benchRow(stage('text'), 1, measured([4]), null, null)).toMatchObject({ speedup: null, timesFaster: null })
})

it('compares a stage with itself on the smaller corpus, on as many threads', () => {
  const table = (papers: number, factor: number): BenchTable => ({
    corpus: `generated ${papers}`,
    papers,
    bytes: papers * 1000,
    idleBytes: null,
    rows: [
      benchRow(stage('svd'), 1, measured([2 * factor], 1e6 * factor), null, null),
      benchRow(stage('svd'), 2, measured([1 * factor], 3e6), null, null),
      ...(papers > 100 ? [benchRow(stage('text'), 1, measured([5]), null, null)] : []),
    ],
  })
  expect(growthOf(table(100, 1), table(1000, 11))).toMatchObject([
    { stage: 'svd', threads: 1, papers: 10, seconds: 11, memory: 11 },
    { stage: 'svd', threads: 2, papers: 10, seconds: 11, memory: 1 },
  ])
})

it('adds stages up, each on the most threads, where all were measured', () => {
  const rows = [
    benchRow(stage('svd'), 1, measured([4]), null, null),
    benchRow(stage('svd'), 2, measured([3, 2]), null, null),
    benchRow(stage('text'), 1, measured([5]), null, null),
  ]
  const table: BenchTable = { corpus: 'some', papers: 100, bytes: 1000, idleBytes: null, rows }
  expect(together(table, ['svd', 'text'])).toBe(7)
  expect(together(table, ['svd', 'trends'])).toBeNull()
})
