import { expect, it } from 'vitest'
import { benchRow } from '../measured/bench-row.ts'
import { benchText, growthText } from './bench-text.ts'

const one = { seconds: [4.1, 4], cpuSeconds: [4.3, 4.2], peakBytes: 250e6, figures: { variance: 0.12345 } }
const two = { seconds: [2], cpuSeconds: [4.4], peakBytes: 260e6, figures: { variance: 0.12345 } }
const peer = { name: 'scikit-learn', seconds: [10], cpuSeconds: [12.6], peakBytes: 500e6, figures: { variance: 0.125 } }
const svd = { name: 'svd', title: 'SVD-100' }
const table = { corpus: 'some.jsonl.gz', papers: 10_000, bytes: 12e6, idleBytes: 90e6 }

it('prints a row a stage and number of threads, with papers and megabytes a second', () => {
  const text = benchText({ ...table, rows: [benchRow(svd, 1, one, null, null), benchRow(svd, 2, two, one, null)] })
  const [head, columns, first, second, , , outcome, ...rest] = text.split('\n')
  expect(head).toBe(
    'some.jsonl.gz: 10,000 papers, 12 MB unpacked; whole runs less 90 MB that they need for a dozen papers',
  )
  expect(columns).not.toContain('peer')
  expect(first).toMatch(/^SVD-100 +1 +2 +4\.00 +4\.20 +2,500 +3\.0 +250 MB +25\.0 kB$/)
  expect(second).toMatch(/^SVD-100 +2 +1 +2\.00 +4\.40 +2\.00 × +5,000 +6\.0 +260 MB +26\.0 kB$/)
  // The same on two threads: said once.
  expect(outcome).toMatch(/^SVD-100 +1 +variance 0\.12345$/)
  expect(rest).toEqual([''])
})

it('puts the peer beside it where there is one', () => {
  const rows = [benchRow(svd, 1, one, null, peer), benchRow({ name: 'text', title: 'text' }, 1, two, null, null)]
  const [, columns, first, second, , , ...outcome] = benchText({ ...table, rows }).split('\n')
  expect(columns).toMatch(/peer: seconds +CPU s +memory +times faster +less CPU$/)
  expect(first).toMatch(/10\.0 +12\.6 +500 MB +2\.50 × +3\.00 ×$/)
  expect(second).toMatch(/26\.0 kB$/)
  expect(outcome[0]).toMatch(/variance 0\.12345 \/ 0\.12500$/)
  expect(outcome[1]).toMatch(/^text +1 +variance 0\.12345$/)
})

it('prints growth', () => {
  const [small, large] = [10_000, 100_000].map((papers) => ({
    ...table,
    corpus: `generated ${papers}`,
    papers,
    rows: [],
  }))
  const growth = [{ stage: 'svd', title: 'SVD-100', threads: 2, papers: 10, seconds: 9.5, memory: 8.25 }]
  const text = growthText(small, large, growth)
  expect(text).toContain('growth from generated 10000 to generated 100000\n')
  expect(text).toMatch(/\nSVD-100 +2 +10\.00 × +9\.50 × +8\.25 ×\n$/)
})
