import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { writeReports } from '../../../server/cli/output/write-reports.ts'
import { readResult } from '../../../server/engine/read-result.ts'
import { assignmentTable, themeTable, topicTable, trendTable } from '../../../server/engine/result-tables.ts'
import { buildReport } from '../../../server/report/build-report.ts'
import { writeReport } from '../../../server/report/write-report.ts'
import { compareCodePoints, paperLine, type Paper } from '../../../shared/paper.ts'
import { ReportModel } from '../../../shared/report.ts'
import type { Assignment } from '../../../shared/topic.ts'
import type { TrendItem } from '../../../shared/trend.ts'
import { PAYLOADS, paperOf, reportInput } from '../report/report-input.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const FORMATS = ['html', 'md', 'bib', 'json'] as const

/** Papers with odd texts in every field, dated and not, as a file gives them. */
function paperAt(i: number, abstract: string | null): Paper {
  const text = PAYLOADS[i % PAYLOADS.length]
  const paper = paperOf(`p${i} ${text.toWellFormed()}`, {
    title: `${text},"abstract":"x","date":null`,
    abstract,
    ...(i % 3 > 0 ? { date: `20${10 + (i % 9)}-05-01`, datePrecision: 'day' } : {}),
    authors: i % 4 === 0 ? null : [text, 'Doe, J.'],
    venue: i % 5 === 0 ? null : text,
  })
  return JSON.parse(paperLine(paper)) as Paper
}

const tableOf = (assignments: readonly Assignment[]): Iterable<Uint8Array> =>
  assignmentTable(
    assignments,
    assignments.map(({ reasons }) => JSON.stringify(reasons)),
  )
const writeTable = (path: string, pieces: Iterable<Uint8Array>): void => writeFileSync(path, Buffer.concat([...pieces]))

/** What the reports of papers are, written from their files. */
async function writtenFrom(papers: readonly Paper[]): Promise<{ input: ReturnType<typeof inputOf>; dir: string }> {
  const dir = tempFolder()
  const input = inputOf(papers)
  writeFileSync(join(dir, 'papers.jsonl'), papers.map((paper) => `${paperLine(paper)}\n`).join(''))
  writeTable(join(dir, 'topics.parquet'), topicTable(input.topics))
  writeTable(join(dir, 'themes.parquet'), themeTable(input.themes))
  const trends = { items: input.trends as TrendItem[], phrases: [], drift: [] }
  writeTable(join(dir, 'trends.parquet'), trendTable(trends))
  writeTable(join(dir, 'assignments.parquet'), tableOf(input.assignments))
  const { collection, analysis, receipts } = input
  const dates = papers.flatMap(({ date }) => date ?? [])
  await writeReports({ input: { collection, analysis, receipts, dates }, resultDir: dir, dir }, FORMATS)
  return { input, dir }
}

function inputOf(papers: readonly Paper[]) {
  const { receipts = [], ...input } = reportInput(papers, 5, 'steady')
  const [first, second] = input.topics
  // One stands for a topic that it is not in, and one is not there at all.
  const topics = input.topics.with(0, { ...first, representative: [papers[5].id, papers[1].id, 'gone'] })
  topics[1] = { ...second, representative: [papers[6].id] }
  return { ...input, topics, receipts }
}

/** Clean, but not in BibTeX. */
const LATEX = '"Half" of it (50%) is \\emph{shallow} & $x_1^2$ ~ #1 – ü\\\\'
const long = 'ü \u2028 " & <b> \\ '.repeat(2000)

it.each([
  [
    'few papers with long texts, over several pieces of their file',
    Array.from({ length: 60 }, (_, i) => paperAt(i, long)),
  ],
  [
    'more papers than a page shows one by one',
    Array.from({ length: 2500 }, (_, i) =>
      paperAt(i, i % 7 === 0 ? null : i % 2 === 0 ? LATEX : `${PAYLOADS[i % PAYLOADS.length]} abstract`),
    ),
  ],
])('reports written from files are those of the model: %s', async (_, list) => {
  const papers = list.toSorted((a, b) => compareCodePoints(a.id, b.id))
  const { input, dir } = await writtenFrom(papers)
  const model = buildReport({ ...input, ...(await readResult(dir)), papers })
  for (const format of FORMATS) {
    let text = ''
    for await (const piece of writeReport(model, format).body) text += piece
    expect(readFileSync(join(dir, `report.${format}`), 'utf8') === text.toWellFormed(), format).toBe(true)
  }
  expect(ReportModel.parse(JSON.parse(readFileSync(join(dir, 'report.json'), 'utf8'))).papers).toHaveLength(
    papers.length,
  )
})

it('refuses papers that are not those of the tables', async () => {
  const papers = Array.from({ length: 60 }, (_, i) => paperAt(i, null)).toSorted((a, b) =>
    compareCodePoints(a.id, b.id),
  )
  const { input, dir } = await writtenFrom(papers)
  const { collection, analysis, receipts } = input
  writeTable(join(dir, 'assignments.parquet'), tableOf(input.assignments.slice(1)))
  await expect(
    writeReports({ input: { collection, analysis, receipts, dates: [] }, resultDir: dir, dir }, ['md']),
  ).rejects.toThrow('paper without an assignment')
})
