import { PageScanner } from '../page/page-scanner.ts'
import type { PagePaper } from '../page/page-scanner.ts'
import { pageDay, yearOnPage } from '../page/page-years.ts'
import { writeDate } from '../record/dates.ts'
import { show } from './json-record.ts'
import { forEachLine } from './lines.ts'
import type { Reader, Sink } from './reader.ts'

/** A Daily Papers page of Hugging Face as a browser copies it; `asOf` (a date) stands in where the page shows no year. */
export function dailyPapersPage(asOf: string): Reader {
  return {
    format: 'daily-papers-page',
    async read(text, sink) {
      const scanner = new PageScanner()
      await forEachLine(text, (line) => scanner.take(line))
      scanner.end()
      // A paste may hold several pages, each with its date above its papers.
      for (const papers of pages(scanner.papers)) readPage(papers, asOf, sink)
      if (scanner.leftOver > 0) sink.note(`lines left out below the last paper: ${scanner.leftOver}`)
    },
  }
}

function pages(papers: PagePaper[]): PagePaper[][] {
  const found: PagePaper[][] = []
  for (const paper of papers) {
    const page = found.at(-1)
    if (page && page[0]?.pageDate === paper.pageDate) page.push(paper)
    else found.push([paper])
  }
  return found
}

function readPage(papers: PagePaper[], asOf: string, sink: Sink): void {
  const explicit = papers.flatMap(({ date }) => (date !== null && date.year !== null ? [date] : []))
  const page = pageDay(papers[0]?.pageDate ?? null, explicit, asOf)
  if (papers.some(({ date }) => date !== null && date.year === null)) sink.note(page.note)
  for (const paper of papers) {
    if (paper.cutShort) {
      sink.malformed(paper.line, `paper cut short: nothing below ${show(paper.title ?? paper.abstract)} closes it`)
      continue
    }
    sink.record({ line: paper.line, values: valuesOf(paper, page.day), plain: true })
  }
}

function valuesOf(paper: PagePaper, page: number): Map<string, unknown> {
  const values = new Map<string, unknown>([
    ['title', paper.title],
    ['abstract', paper.abstract],
    ['authorcount', paper.authorCount],
    ['organization', paper.organization],
    ['votes', paper.votes],
    ['comments', paper.comments],
  ])
  if (paper.date !== null) {
    const { year, month, day } = paper.date
    values.set('date', writeDate(year ?? yearOnPage(paper.date, page), month, day).date)
    values.set('dateinferred', year === null)
  }
  return values
}
