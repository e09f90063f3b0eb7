import { Command } from 'commander'
import { AnalysisTrends, PHRASES_MAX, type PhraseTrend, type TrendItem } from '../../shared/trend.ts'
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
  countOption,
  dataOption,
  jsonOption,
  type AnalysisFlags,
  type DataFlag,
  type ImportFlags,
  type VocabularyFlags,
} from './options.ts'
import { analyzeOnce } from './output/analyze-once.ts'
import { print } from './print/print.ts'
import { trendItemsText } from './print/trend-text.ts'

interface TrendsFlags extends ImportFlags, AnalysisFlags, VocabularyFlags, DataFlag {
  verdicts?: boolean
  phrases?: number
  json?: boolean
}

type Trends = Pick<AnalysisTrends, 'bin' | 'items' | 'phrases' | 'notes'>

/** `tidemap trends`: which topics, themes and phrases rise, fall or hold. */
export function trendsCommand(context: CliContext): Command {
  const command = new Command('trends')
    .summary('which topics, themes and phrases rise, fall or hold')
    .description(
      "Lists topics and themes with their verdicts: a collection's newest analysis, or an analysis of files made for this.\n" +
        'Phrases are judged together with them; --phrases lists what rises, peaks or falls first, the strongest before the weaker.',
    )
    .argument('<sources...>', SOURCES_ARGUMENT)
    .option('--verdicts', 'show the figures behind each verdict (JSON always holds them)')
    .addOption(countOption('--phrases <n>', `also list phrases, the strongest trend first, at most ${PHRASES_MAX}`))
  return addVocabularyOptions(addAnalysisOptions(addImportOptions(command)))
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (sources: string[], flags: TrendsFlags) => {
      const { bin, items, phrases, notes } = namesFiles(sources[0], context.cwd)
        ? await trendsOfFiles(context, sources, flags)
        : await trendsOfCollection(context, oneCollection(sources), flags)
      const listed = [...items, ...phrases].map(listedItem)
      await print(context, flags, { bin, items: listed }, () => trendItemsText(listed, notes, flags.verdicts === true))
    })
}

/** An item without its points, which `trends.csv` holds. */
function listedItem({ kind, label, verdict, from, peak, size, qValue, papers }: TrendItem | PhraseTrend) {
  return { kind, label, verdict, from, peak, size, qValue, papers }
}

async function trendsOfFiles(context: CliContext, sources: string[], flags: TrendsFlags): Promise<Trends> {
  const { papers } = await readPapers(context, sources, flags)
  const { manifest, result } = await analyzeOnce(
    context,
    papers.map(({ paper }) => paper),
    flags,
  )
  return {
    bin: manifest.facts.bin,
    items: result.trends,
    phrases: result.phrases.slice(0, flags.phrases ?? 0),
    notes: manifest.facts.notes,
  }
}

async function trendsOfCollection(context: CliContext, name: string, flags: TrendsFlags): Promise<Trends> {
  const { phrases = 0 } = flags
  return withBackend(context, flags, async (backend) => {
    const id = newestAnalysis(await findCollection(backend, name))
    const query = `phrases=${Math.min(PHRASES_MAX, phrases)}`
    return callJson(backend, `/api/analyses/${encodeURIComponent(id)}/trends?${query}`, AnalysisTrends, {
      signal: context.signal,
    })
  })
}
