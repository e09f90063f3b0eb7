import { Command, InvalidArgumentError, Option } from 'commander'
import { CrossBy, CrossTrends } from '../../shared/cross-trends.ts'
import type { Paper } from '../../shared/paper.ts'
import type { BinChoice } from '../../shared/period.ts'
import { VotedTopics } from '../../shared/topic.ts'
import { findTopic, type Scope } from '../analysis/search/scope.ts'
import { buildTextIndex } from '../analysis/search/text-index.ts'
import { crossTrends } from '../analysis/trends/cross-trends.ts'
import { crossAsWritten, namesOfPapers } from '../api/as-written.ts'
import { CROSS_GROUPS_DEFAULT, CROSS_GROUPS_MAX } from '../api/wire.ts'
import { callJson } from './backend/backend.ts'
import { findCollection, newestAnalysis } from './backend/find-collection.ts'
import { withBackend } from './backend/with-backend.ts'
import type { CliContext } from './context.ts'
import { namesFiles } from './input/find-files.ts'
import { readPapers } from './input/read-papers.ts'
import { oneCollection, SOURCES_ARGUMENT } from './input/sources.ts'
import {
  addAnalysisOptions,
  addImportOptions,
  addVocabularyOptions,
  binOption,
  countOption,
  dataOption,
  jsonOption,
  type AnalysisFlags,
  type DataFlag,
  type ImportFlags,
  type VocabularyFlags,
} from './options.ts'
import { analyzeOnce } from './output/analyze-once.ts'
import { crossText } from './print/cross-text.ts'
import { print } from './print/print.ts'

interface CrossFlags extends ImportFlags, AnalysisFlags, VocabularyFlags, DataFlag {
  by: CrossBy
  /** Undefined: all papers. */
  topic?: number
  bin: BinChoice
  limit: number
  json?: boolean
}

/** A table of venues or organisations; `label` names its topic, null for all papers. */
interface Cross {
  cross: CrossTrends
  label: string | null
}

/** `tidemap cross`: a topic, or all papers, by venue or organisation over time. */
export function crossCommand(context: CliContext): Command {
  const command = new Command('cross')
    .summary('a topic by venue or organisation over time')
    .description(
      'Divides the papers of a topic, or all papers, over venues or organisations and counts them per period.\n' +
        "The topic is one of the collection's newest analysis, or of an analysis of the files made for this.",
    )
    .argument('<sources...>', SOURCES_ARGUMENT)
    .addOption(new Option('--by <what>', 'what to divide by').choices(CrossBy.options).default('venue'))
    .addOption(new Option('--topic <n>', 'only papers of this topic; 0 is Miscellaneous').argParser(topicOf))
    .addOption(binOption())
    .addOption(
      countOption('--limit <n>', `most of them, at most ${CROSS_GROUPS_MAX}; most papers first`).default(
        CROSS_GROUPS_DEFAULT,
      ),
    )
  return addVocabularyOptions(addAnalysisOptions(addImportOptions(command)))
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (sources: string[], flags: CrossFlags) => {
      const { cross, label } = namesFiles(sources[0], context.cwd)
        ? await crossOfFiles(context, sources, flags)
        : await crossOfCollection(context, oneCollection(sources), flags)
      await print(context, flags, cross, () => crossText(cross, label))
    })
}

function topicOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  throw new InvalidArgumentError('It must be the number of a topic.')
}

async function crossOfFiles(context: CliContext, names: string[], flags: CrossFlags): Promise<Cross> {
  const papers = (await readPapers(context, names, flags)).papers.map(({ paper }) => paper)
  const { by, topic: topicId = null, bin, limit } = flags
  const scope = topicId === null ? scopeWithoutTopics(papers) : await scopeOf(context, papers, flags)
  const label = topicId === null ? null : findTopic(scope, String(topicId)).label
  const choice = { by, topicId, bin, most: Math.min(CROSS_GROUPS_MAX, limit) }
  const found = crossTrends(buildTextIndex(papers), scope, choice)
  return { cross: crossAsWritten(found, namesOfPapers(papers, by === 'venue' ? 'venue' : 'organization')), label }
}

function scopeWithoutTopics(papers: readonly Paper[]): Scope {
  return { topicOf: new Int32Array(papers.length).fill(-1), topics: [] }
}

async function scopeOf(context: CliContext, papers: readonly Paper[], flags: CrossFlags): Promise<Scope> {
  const { result } = await analyzeOnce(context, papers, flags)
  // Both come by paper id.
  return { topicOf: Int32Array.from(result.assignments, ({ topicId }) => topicId), topics: result.topics }
}

function crossOfCollection(context: CliContext, name: string, flags: CrossFlags): Promise<Cross> {
  return withBackend(context, flags, async (backend) => {
    const analysis = `/api/analyses/${encodeURIComponent(newestAnalysis(await findCollection(backend, name)))}`
    const { signal } = context
    const query = new URLSearchParams({ by: flags.by, bin: flags.bin })
    if (flags.topic !== undefined) query.set('topic', String(flags.topic))
    query.set('limit', String(Math.min(CROSS_GROUPS_MAX, flags.limit)))
    const cross = await callJson(backend, `${analysis}/cross?${query.toString()}`, CrossTrends, { signal })
    if (cross.topicId === null) return { cross, label: null }
    const { items } = await callJson(backend, `${analysis}/topics`, VotedTopics, { signal })
    return { cross, label: items.find(({ id }) => id === cross.topicId)?.label ?? 'Miscellaneous' }
  })
}
