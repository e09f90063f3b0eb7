import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { errorLines, FileError, UsageError } from '../../../server/cli/print/error-lines.ts'
import { progressBar, progressLine } from '../../../server/cli/print/progress-bar.ts'
import { filesReceiptText } from '../../../server/cli/print/receipt-text.ts'
import { summaryText } from '../../../server/cli/print/summary-text.ts'
import { table } from '../../../server/cli/print/table.ts'
import { bytes, count, duration, plain, plural } from '../../../server/cli/print/words.ts'
import type { AnalysisSummary } from '../../../shared/analysis.ts'
import { TidemapError } from '../../../shared/error.ts'
import type { Receipt } from '../../../shared/receipt.ts'

const escape = '\u001B'

describe('words', () => {
  it('put numbers and nouns together', () => {
    expect([plural(1, 'paper'), plural(0, 'paper'), plural(54160, 'paper')]).toEqual([
      '1 paper',
      '0 papers',
      '54,160 papers',
    ])
    expect(plural(2, 'query', 'queries')).toBe('2 queries')
    expect([count(7), count(1000), count(1234567)]).toEqual(['7', '1,000', '1,234,567'])
  })

  it('say durations and sizes', () => {
    expect([0.42, 12.4, 59.7, 185].map(duration)).toEqual(['0.4 s', '12 s', '1 min 0 s', '3 min 5 s'])
    expect([12, 640e3, 182.4e6, 1.44e9].map(bytes)).toEqual(['12 B', '640 kB', '182 MB', '1.4 GB'])
  })

  it('let no control character reach a terminal', () => {
    expect(plain(`a${escape}[2Jb\nc\u202Ed`)).toBe('a [2Jb c d')
  })
})

describe('errorLines', () => {
  it('name the file and the line, then the hint', () => {
    const error = new TidemapError('bad-request', 'unknown date: 2024-13', { line: 12, hint: 'write 2024-12' })
    expect(errorLines(new FileError('papers.csv', error))).toBe(
      'tidemap: papers.csv:12: unknown date: 2024-13\nhint: write 2024-12\n',
    )
    expect(errorLines(error)).toBe('tidemap: line 12: unknown date: 2024-13\nhint: write 2024-12\n')
  })

  it('name the file without a line', () => {
    expect(errorLines(new FileError('a.csv', new TidemapError('unprocessable', 'no papers')))).toBe(
      'tidemap: a.csv: no papers\n',
    )
  })

  it('stay on one line whatever the message holds', () => {
    expect(errorLines(new UsageError(`a\nb${escape}[1m`, 'try\nagain'))).toBe('tidemap: a b [1m\nhint: try again\n')
  })

  it('put errors of the system in plain words', () => {
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
    expect(errorLines(full)).toMatch(/^tidemap: disk full\nhint: /)
    const quota = Object.assign(new Error('EDQUOT: disk quota exceeded, write'), { code: 'EDQUOT' })
    expect(errorLines(quota)).toMatch(/^tidemap: disk quota used up\nhint: free /)
    const large = Object.assign(new Error('EFBIG: file too large, write'), { code: 'EFBIG' })
    expect(errorLines(large)).toMatch(/^tidemap: file too large .+\nhint: choose /)
    expect(errorLines(new Error('x is not a function'))).toMatch(/^tidemap: x is not a function\nhint: .*fault/)
  })
})

describe('table', () => {
  it('aligns, shortens and counts wide characters twice', () => {
    const text = table(
      [
        { head: 'name', most: 6 },
        { head: 'papers', right: true },
      ],
      [
        ['abc', '7'],
        ['much too long', '1,234'],
        ['日本', '1'],
      ],
    )
    expect(text).toBe('name   papers\nabc         7\nmuch…   1,234\n日本        1\n')
  })
})

describe('progress', () => {
  it('shows on a terminal only, and leaves nothing', () => {
    const seen = (isTTY: boolean): string => {
      const stderr = Object.assign(new PassThrough(), { isTTY })
      const bar = progressBar({ stderr })
      bar.show('Finding topics', 0.5)
      bar.clear()
      return String(stderr.read() ?? '')
    }
    expect(seen(false)).toBe('')
    expect(seen(true)).toMatch(/Finding topics .* 50%\r.\[K$/u)
  })

  it('fits a narrow terminal', () => {
    expect(progressLine('Finding topics', 0.424, 80)).toBe(`Finding topics     ${'━'.repeat(10)}${'─'.repeat(14)}  42%`)
    expect(progressLine('Finding topics', 0.424, 10)).toBe('Finding to')
    expect(progressLine('Reading files', null, 80)).toBe('Reading files')
  })
})

const receipt: Receipt = {
  format: 'CSV',
  encoding: 'utf-8',
  records: 4,
  papers: 2,
  duplicates: 1,
  titlesOnly: 1,
  inferredDates: 0,
  rejected: [{ line: 7, record: 3, reason: 'no title' }],
  from: '2020',
  to: '2024-11',
  fields: { title: { column: 'Title', papers: 2 }, abstract: { column: 'Abstract Note', papers: 1 } },
}

describe('filesReceiptText', () => {
  it('says what was read and what was not', () => {
    const text = filesReceiptText({ ...receipt, files: [{ file: 'a.csv', ...receipt }] })
    expect(text).toBe(
      'a.csv: CSV, utf-8\n' +
        '  4 records: 2 papers, 1 rejected, 1 duplicate, 1 without an abstract\n' +
        '  dated 2020 to 2024-11\n' +
        '  fields: title from Title, abstract from Abstract Note (1)\n' +
        '  line 7 rejected: no title\n',
    )
  })

  it('adds the sum of several files', () => {
    const files = [
      { file: 'a.csv', ...receipt },
      { file: 'b.csv', ...receipt },
    ]
    const text = filesReceiptText({ ...receipt, records: 8, papers: 3, files })
    expect(text.trimEnd().split('\n').at(-1)).toMatch(/^together: 8 records: 3 papers, 1 rejected/)
  })
})

describe('summaryText', () => {
  const summary: AnalysisSummary = {
    papers: 39,
    rejected: 0,
    duplicates: 1,
    options: { topics: 'auto', seed: 1 },
    seed: 1,
    resultHash: '',
    agreementBetweenSeeds: 0.617,
    seconds: { total: 3.21 },
    peakMemoryBytes: 182e6,
    topics: [{ id: 1, label: 'loss functions', terms: ['loss', 'margin'], papers: 9 }],
    themes: [{ id: 1, label: 'losses', topics: [1], papers: 9 }],
  }

  it('says which numbers of topics were tried, and how to get the others', () => {
    const topicCounts = [
      { topics: 4, stability: 0.5, chosen: false, role: 'fewer' as const },
      { topics: 7, stability: 0.617, chosen: true, role: 'auto' as const },
      { topics: 8, stability: 0.6, chosen: false },
    ]
    expect(summaryText({ ...summary, topicCounts })).toContain(
      '\ntopics tried (stability): 4 (0.50, fewer), 7 (0.62, used, auto), 8 (0.60)\n--topics fewer takes 4\n',
    )
  })

  it('fits on a screen', () => {
    const text = summaryText(summary)
    expect(text).toBe(
      '39 papers, 0 rejected, 1 duplicate\n' +
        '1 topic in 1 theme; seed 1, agreement between seeds 0.62\n' +
        '3.2 s, at most 182 MB of memory\n\n' +
        '#  topic           papers  terms\n' +
        '1  loss functions       9  loss, margin\n',
    )
  })
})
