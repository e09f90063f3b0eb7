import { Command, Option } from 'commander'
import { formatAuthors } from '../../shared/format.ts'
import { PAGE_LIMIT_MAX } from '../../shared/page.ts'
import { PERIOD_EXAMPLES, readPeriod } from '../../shared/period-span.ts'
import { QUERY_FIELDS, QUERY_SIGNS } from '../../shared/query-language.ts'
import type { TrendField } from '../../shared/trend.ts'
import { createHighlighter } from '../analysis/search/highlight.ts'
import { parseQuery } from '../analysis/search/query.ts'
import { findPapers, papersBetween } from '../analysis/search/search.ts'
import { buildTextIndex, type TextIndex } from '../analysis/search/text-index.ts'
import { PaperPage, type PaperInAnalysis } from '../api/wire.ts'
import { callJson, type Backend } from './backend/backend.ts'
import { collectionPath, findCollection } from './backend/find-collection.ts'
import { withBackend } from './backend/with-backend.ts'
import type { CliContext } from './context.ts'
import { namesFiles } from './input/find-files.ts'
import { readPapers } from './input/read-papers.ts'
import { oneCollection } from './input/sources.ts'
import {
  addImportOptions,
  countOption,
  dataOption,
  fieldsOption,
  jsonOption,
  periodOption,
  type DataFlag,
  type ImportFlags,
} from './options.ts'
import { FOUND_ORDERS, orderFound, type FoundOrder } from './output/order-found.ts'
import { UsageError } from './print/error-lines.ts'
import { foundText } from './print/found-text.ts'
import { print } from './print/print.ts'

interface SearchFlags extends ImportFlags, DataFlag {
  fields: TrendField[]
  sort: FoundOrder
  limit: number
  from?: string
  to?: string
  json?: boolean
}

/** What a search gives, as `--json` prints it. */
interface Found {
  query: string
  total: number
  items: PaperInAnalysis[]
}

const SIGNS = QUERY_SIGNS.map(({ example }) => example).join(', ')
const FIELDS = Object.values(QUERY_FIELDS).map(({ example }) => example)

/** `tidemap search`: the papers that match what was typed, best first. */
export function searchCommand(context: CliContext): Command {
  const command = new Command('search')
    .summary('the papers that match a query, best first')
    .description(
      'Lists the papers of a collection, or of files, that match a query: best first (BM25, the title counting twice).\n' +
        `A query is ${SIGNS}; words may stand anywhere, and papers where they stand together come first.\n` +
        `Fields: ${FIELDS.join(', ')} (in collections that are analysed).`,
    )
    .usage('[options] <sources...> <query>')
    .argument(
      '<sources...>',
      'a collection, or files (also patterns, and - for the standard input); the query comes last',
    )
    .addOption(new Option('--sort <order>', 'order of the papers').choices(FOUND_ORDERS).default('relevance'))
    .addOption(countOption('--limit <n>', 'most papers to list').default(20))
    .addOption(fieldsOption())
    .addOption(periodOption('--from <period>', `only papers from the start of a period: ${PERIOD_EXAMPLES}`))
    .addOption(periodOption('--to <period>', 'only papers up to the end of a period'))
  return addImportOptions(command)
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (words: string[], flags: SearchFlags) => {
      const query = words.at(-1)!
      const sources = words.slice(0, -1)
      if (sources.length === 0)
        throw new UsageError(`no query for: ${query}`, 'tidemap search COLLECTION "loss functions"')
      const found = namesFiles(sources[0], context.cwd)
        ? await searchFiles(context, sources, query, flags)
        : await searchCollection(context, oneCollection(sources), query, flags)
      await print(context, flags, found, () => foundText(found, context.stdout.isTTY === true, formatAuthors))
    })
}

async function searchFiles(context: CliContext, names: string[], query: string, flags: SearchFlags): Promise<Found> {
  const parsed = parseQuery(query, 'anywhere')
  const papers = (await readPapers(context, names, flags)).papers.map(({ paper }) => paper)
  const index = buildTextIndex(papers)
  const { papers: numbers, scores } = findPapers(index, parsed, flags.fields, null)
  const inTime = papersInTime(index, flags)
  const all = Array.from(numbers, (number, at) => ({ number, score: Math.round(scores[at] * 1e4) / 1e4 }))
    .filter(({ number }) => inTime?.has(number) ?? true)
    .map(({ number, score }) => ({ ...papers[number], score }))
  const highlightsOf = createHighlighter(parsed, flags.fields)
  const items = orderFound(all, flags.sort)
    .slice(0, flags.limit)
    .map((paper) => ({ ...paper, assignment: null, highlights: highlightsOf(paper) }))
  return { query, total: all.length, items }
}

/** Papers of which all days that their date may mean lie between the flags; null where neither is given. */
function papersInTime(index: TextIndex, { from, to }: SearchFlags): Set<number> | null {
  if (from === undefined && to === undefined) return null
  const first = from === undefined ? -Infinity : readPeriod(from).first
  return new Set(papersBetween(index, first, to === undefined ? Infinity : readPeriod(to).last))
}

async function searchCollection(context: CliContext, name: string, query: string, flags: SearchFlags): Promise<Found> {
  return withBackend(context, flags, async (backend) => {
    const path = collectionPath(await findCollection(backend, name), '/papers')
    const items: PaperInAnalysis[] = []
    let total = 0
    let cursor: string | null = null
    do {
      const ask: Record<string, string> = {
        query,
        words: 'anywhere',
        sort: flags.sort,
        fields: flags.fields.join(','),
        limit: String(Math.min(PAGE_LIMIT_MAX, flags.limit - items.length)),
        ...(flags.from === undefined ? {} : { from: flags.from }),
        ...(flags.to === undefined ? {} : { to: flags.to }),
        ...(cursor === null ? {} : { cursor }),
      }
      const page: Awaited<ReturnType<typeof fetchPage>> = await fetchPage(backend, path, ask, context.signal)
      items.push(...page.items)
      total = page.total
      cursor = page.nextCursor
    } while (cursor !== null && items.length < flags.limit)
    return { query, total, items }
  })
}

function fetchPage(backend: Backend, path: string, ask: Record<string, string>, signal: AbortSignal) {
  return callJson(backend, `${path}?${new URLSearchParams(ask).toString()}`, PaperPage, { signal })
}
