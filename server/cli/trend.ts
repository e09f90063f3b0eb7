import { Command, InvalidArgumentError, Option } from 'commander'
import type { BinChoice } from '../../shared/period.ts'
import { QueryTrends, SMOOTH_MAX, type TrendField } from '../../shared/trend.ts'
import { buildTextIndex } from '../analysis/search/text-index.ts'
import { queryTrends } from '../analysis/trends/query-trends.ts'
import { callJson } from './backend/backend.ts'
import { collectionPath, findCollection } from './backend/find-collection.ts'
import { withBackend } from './backend/with-backend.ts'
import type { CliContext } from './context.ts'
import { namesFiles } from './input/find-files.ts'
import { readPapers } from './input/read-papers.ts'
import { oneCollection, SOURCES_ARGUMENT } from './input/sources.ts'
import {
  addImportOptions,
  binOption,
  dataOption,
  fieldsOption,
  jsonOption,
  type DataFlag,
  type ImportFlags,
} from './options.ts'
import { print } from './print/print.ts'
import { queryTrendsText } from './print/trend-text.ts'

interface TrendFlags extends ImportFlags, DataFlag {
  query: string[]
  bin: BinChoice
  /** Null: the usual. */
  fields: TrendField[] | null
  within: string[]
  smooth: number
  json?: boolean
}

/** `tidemap trend`: the share of papers per period that match what was typed. */
export function trendCommand(context: CliContext): Command {
  const command = new Command('trend')
    .summary('the share of papers per period that match a query')
    .description(
      'Counts the papers of each period that match a query, as a share of all papers of that period.\n' +
        'Words fold to their stems and hyphens do not matter: "loss function" finds loss functions.\n' +
        'Words side by side are a phrase; "quotes" are exact; prefix* , OR, -without and title: work.\n' +
        'venue:, org:, topic: and year: beside words, or --within, name the set that is counted in.',
    )
    .argument('<sources...>', SOURCES_ARGUMENT)
    .requiredOption('--query <words>', 'what to count; give it again for another line', again)
    .addOption(binOption())
    .addOption(fieldsOption('both, or title where abstracts come and go'))
    .option(
      '--within <query>',
      'set to count in, such as venue:NeurIPS; give it again for what must hold as well',
      again,
      [],
    )
    .addOption(smoothOption())
  return addImportOptions(command)
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (sources: string[], flags: TrendFlags) => {
      const trends = namesFiles(sources[0], context.cwd)
        ? await trendsOfFiles(context, sources, flags)
        : await trendsOfCollection(context, oneCollection(sources), flags)
      await print(context, flags, trends, () => queryTrendsText(trends))
    })
}

function again(text: string, earlier: string[] | undefined): string[] {
  return [...(earlier ?? []), text]
}

function smoothOption(): Option {
  return new Option('--smooth <n>', `periods on each side that the smoothed share takes in, at most ${SMOOTH_MAX}`)
    .default(0, 'none')
    .argParser((text) => {
      const value = /^\d+$/.test(text) ? Number(text) : Number.NaN
      if (!(value <= SMOOTH_MAX)) throw new InvalidArgumentError(`It must be a whole number from 0 to ${SMOOTH_MAX}.`)
      return value
    })
}

async function trendsOfFiles(context: CliContext, names: string[], flags: TrendFlags): Promise<QueryTrends> {
  const { papers } = await readPapers(context, names, flags)
  const index = buildTextIndex(papers.map(({ paper }) => paper))
  const { bin, fields, within, smooth } = flags
  return queryTrends(index, flags.query, { bin, fields, within, smooth })
}

async function trendsOfCollection(context: CliContext, name: string, flags: TrendFlags): Promise<QueryTrends> {
  return withBackend(context, flags, async (backend) => {
    const collection = await findCollection(backend, name)
    const query = new URLSearchParams({ bin: flags.bin })
    if (flags.fields !== null) query.set('fields', flags.fields.join(','))
    if (flags.smooth > 0) query.set('smooth', String(flags.smooth))
    for (const set of flags.within) query.append('within', set)
    for (const words of flags.query) query.append('query', words)
    const path = collectionPath(collection, `/trends?${query.toString()}`)
    return callJson(backend, path, QueryTrends, { signal: context.signal })
  })
}
