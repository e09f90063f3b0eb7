import type { ReportFrame } from '../../shared/report.ts'
import { markdownItems, markdownPage } from './markdown.ts'
import type { PlacedEntry, ReportPapers } from './report-papers.ts'

export type { PlacedEntry } from './report-papers.ts'

/** A report that lists papers topic by topic, in two steps: what a list says of each paper, and all in its order. */
export interface ListFormat {
  items: (frame: ReportFrame) => (entry: PlacedEntry, place: number) => string
  page: <Item>(frame: ReportFrame, papers: ReportPapers<Item>) => Iterable<string | Item>
}

/** The writer of a list; the one that needs React is loaded when it is asked for. */
export async function listFormat(format: 'html' | 'md'): Promise<ListFormat> {
  if (format === 'md') return { items: markdownItems, page: markdownPage }
  const { htmlItems, htmlPage } = await import('./html.tsx')
  return { items: htmlItems, page: htmlPage }
}
