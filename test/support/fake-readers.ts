import { TidemapError } from '../../shared/error.ts'
import { compareCodePoints, PAPER_FIELDS, type Paper } from '../../shared/paper.ts'
import type { Receipt } from '../../shared/receipt.ts'
import type { Importer } from '../../server/jobs/import/importer.ts'
import { mergeRows } from '../../server/jobs/import/merge-papers.ts'
import { readPapers } from '../../server/jobs/import/read-papers.ts'
import { buildTextIndex } from '../../server/analysis/search/text-index.ts'
import { answerSearch, type SearchSources } from '../../server/jobs/search/answer-search.ts'
import type { SearchRequest } from '../../server/jobs/search/requests.ts'
import { ScopeCache } from '../../server/jobs/search/scope-cache.ts'
import type { Searcher } from '../../server/jobs/search/searcher.ts'
import { ColumnFile } from '../../server/store/column-file.ts'
import { snapshotPapers } from './fake-engine.ts'

/** A paper with everything unsaid but what is given. */
export function paper(fields: Partial<Paper> & { id: string }): Paper {
  const nothing = Object.fromEntries(PAPER_FIELDS.map((field) => [field, null])) as unknown as Paper
  const date = fields.date ?? null
  const datePrecision = date === null ? null : (['year', 'month', 'day'] as const)[date.split('-').length - 1]
  return { ...nothing, title: `Paper ${fields.id}`, dateInferred: false, source: 'test', datePrecision, ...fields }
}

/** JSON Lines of papers, as a person would import them. */
export function jsonLines(papers: readonly (Partial<Paper> & { id: string })[]): string {
  return papers.map((one) => `${JSON.stringify(one)}\n`).join('')
}

/** Reads JSON Lines with an id a record, in this process: what the store needs of an import, and no more. */
export function fakeImporter(): Importer {
  return {
    read: (request) => readPapers({ type: 'read', ...request }, readJsonLines),
    merge: (request) => mergeRows({ type: 'merge', ...request }, mergeById),
  }
}

async function readJsonLines(_name: string, bytes: AsyncIterable<Uint8Array>) {
  let text = ''
  for await (const chunk of bytes) text += Buffer.from(chunk).toString('utf8')
  const lines = text.split('\n').filter((line) => line !== '')
  const papers = new Map<string, Paper>()
  lines.forEach((line, i) => {
    if (!line.endsWith('}')) throw new TidemapError('unprocessable', 'record cut short', { line: i + 1 })
    const one = paper(JSON.parse(line) as Paper)
    papers.set(one.id, one)
  })
  if (papers.size === 0) throw new TidemapError('unprocessable', 'no papers in the file')
  const sorted = [...papers.values()].sort((a, b) => compareCodePoints(a.id, b.id))
  const receipt: Receipt = {
    format: 'json-lines',
    encoding: 'utf-8',
    records: lines.length,
    papers: sorted.length,
    rejected: [],
    duplicates: lines.length - sorted.length,
    titlesOnly: sorted.filter(({ abstract }) => abstract === null).length,
    inferredDates: 0,
    from: null,
    to: null,
    fields: { title: { column: 'title', papers: sorted.length } },
  }
  return {
    papers: sorted.map((one) => ({
      key: one.doi === null ? `sha:${one.id}` : `doi:${one.doi}`,
      ownId: true,
      paper: one,
    })),
    receipt,
  }
}

type Keyed = { key: string; ownId: boolean; paper: Paper }

/** A paper of the same key is the same; an abstract that was missing makes it richer. */
function mergeById(existing: Keyed[], incoming: Keyed[]) {
  const known = new Map(existing.map((one) => [one.key, one]))
  const added = incoming.filter(({ key }) => !known.has(key))
  const updated = incoming.flatMap(({ key, paper: { abstract } }) => {
    const old = known.get(key)
    return old && old.paper.abstract === null && abstract !== null
      ? [{ ...old, paper: { ...old.paper, abstract } }]
      : []
  })
  return { added, updated, duplicates: incoming.length - added.length }
}

/** Answers searches as the real one does, over the fake engine's indexes, in this process. */
export function fakeSearcher(): Searcher {
  const scopes = new ScopeCache()
  const sources: SearchSources = {
    index: async (file) => buildTextIndex(snapshotPapers(file)),
    scope: (analysis, index, file) => scopes.get(analysis, index, file),
    lists: { get: (path) => ColumnFile.open(path) },
  }
  const ask = async <T>(request: SearchRequest): Promise<T> => (await answerSearch(request, sources)) as T
  return {
    load: (request) => ask({ type: 'load', ...request }),
    match: (request) => ask({ type: 'match', ...request }),
    listed: (request) => ask({ type: 'listed', ...request }),
    page: (request) => ask({ type: 'page', ...request }),
    trends: (request) => ask({ type: 'trends', ...request }),
    cross: (request) => ask({ type: 'cross', ...request }),
    contrast: (request) => ask({ type: 'contrast', ...request }),
    close() {},
  }
}
