import { describe, expect, it } from 'vitest'
import { parse } from 'csv-parse/sync'
import { buildReport } from '../../../server/report/build-report.ts'
import { writeReport } from '../../../server/report/write-report.ts'
import { ReportFormat, ReportModel } from '../../../shared/report.ts'
import { PAYLOADS, paperOf, reportInput } from './report-input.ts'

const papers = PAYLOADS.map((text, index) =>
  paperOf(`p${String(index).padStart(2, '0')}`, {
    title: text,
    abstract: text,
    authors: [text, 'Ada Lovelace'],
    venue: text,
    date: '2024-11-21',
    datePrecision: 'day',
    doi: `10.1/${text}`,
    url: `https://example.org/?q=${text}`,
    keywords: [text],
    votes: -5,
  }),
)

async function written(format: ReportFormat, list = papers): Promise<string> {
  const pieces: string[] = []
  for await (const piece of writeReport(buildReport(reportInput(list)), format).body) pieces.push(piece)
  return pieces.join('')
}

describe('writeReport', () => {
  it('gives the same bytes again, in every format', async () => {
    for (const format of ReportFormat.options) expect(await written(format)).toBe(await written(format))
  })

  it('names the file after the collection and the day, in letters that any disk takes', () => {
    const input = reportInput(papers)
    const name = (collection: string) =>
      writeReport(buildReport({ ...input, collection: { name: collection } }), 'html').filename
    expect(name('Daily Papers, Été "16"\r\n../x')).toBe('daily-papers-ete-16-x-2025-12-23.html')
    expect(name('数据')).toBe('tidemap-report-2025-12-23.html')
  })

  it('writes a report of no papers and of one', async () => {
    for (const format of ReportFormat.options) {
      expect(await written(format, [])).not.toContain('NaN')
      expect(await written(format, [paperOf('only')])).not.toContain('undefined')
    }
  })
})

describe('csv', () => {
  it('has a row a paper, text that is no formula, and numbers that are numbers', async () => {
    const rows: Record<string, string>[] = parse(await written('csv'), { columns: true })
    expect(rows.map((row) => row['paper_id'])).toEqual(papers.map((paper) => paper.id))
    for (const [index, row] of rows.entries()) {
      expect(row['title'].replace(/^'/, '')).toBe(PAYLOADS[index].toWellFormed().replace(/^'/, ''))
      for (const cell of [row['title'], row['abstract'], row['authors'], row['keywords'], row['venue']]) {
        expect(cell).not.toMatch(/^[\s\p{C}]*[=+\-@|%＝＋－＠｜％]/u)
      }
      expect(row['votes']).toBe('-5')
      expect(row['topic_label']).toMatch(/^topic \d$/)
    }
  })
})

describe('json', () => {
  it('is the model', async () => {
    const wellFormed = papers.filter((paper) => paper.title.isWellFormed())
    expect(ReportModel.parse(JSON.parse(await written('json', wellFormed)))).toEqual(
      buildReport(reportInput(wellFormed)),
    )
  })
})
