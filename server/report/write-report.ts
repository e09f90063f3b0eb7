import { setImmediate } from 'node:timers/promises'
import { REPORT_FORMATS } from '../../shared/report.ts'
import type { ReportFormat, ReportModel } from '../../shared/report.ts'
import { bibtex } from './bibtex.ts'
import { csv } from './csv.ts'
import { json } from './json.ts'
import { markdown } from './markdown.ts'

/** A report on its way out. */
export interface WrittenReport {
  /** Pieces of the text; between two of them other work may run. Can be read once. */
  body: AsyncIterable<string>
  contentType: string
  /** ASCII letters, digits, dashes and a dot: safe in a header and on any disk. */
  filename: string
}

type Writer = (model: ReportModel) => Iterable<string>

/** The writers by format; the one that needs React is loaded when it is asked for. */
const WRITERS: Record<ReportFormat, () => Promise<Writer>> = {
  html: async () => (await import('./html.tsx')).html,
  csv: async () => csv,
  json: async () => json,
  md: async () => markdown,
  bib: async () => bibtex,
}

/** Characters that are gathered before they are handed on. */
const PIECE = 32_768

/** Milliseconds after which other work may run. They change where the pieces end, never the text. */
const SLICE_MS = 12

/** Writes a report in one of its formats, piece by piece. The same model gives the same bytes. */
export function writeReport(model: ReportModel, format: ReportFormat): WrittenReport {
  return {
    body: pieces(model, WRITERS[format]),
    contentType: REPORT_FORMATS[format].contentType,
    filename: reportFilename(model, format),
  }
}

async function* pieces(model: ReportModel, load: () => Promise<Writer>): AsyncGenerator<string> {
  const write = await load()
  let piece = ''
  let since = performance.now()
  for (const text of write(model)) {
    piece += text
    if (piece.length < PIECE && performance.now() - since < SLICE_MS) continue
    yield piece
    piece = ''
    await setImmediate()
    since = performance.now()
  }
  if (piece !== '') yield piece
}

/** `daily-papers-2025-12-23.html`: the collection and the day of the analysis. */
function reportFilename({ collection, provenance }: ReportModel, format: ReportFormat): string {
  const name = collection.name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
  const day = /^\d{4}-\d{2}-\d{2}/.exec(provenance.createdAt)?.[0]
  return `${[name || 'tidemap-report', day].filter(Boolean).join('-')}.${format}`
}
