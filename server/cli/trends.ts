import { Command } from 'commander'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withVocabulary } from '../../shared/analysis.ts'
import { AnalysisTrends, PHRASES_MAX, type PhraseTrend, type TrendItem } from '../../shared/trend.ts'
import { readResult } from '../engine/read-result.ts'
import { callJson } from './backend/backend.ts'
import { findCollection, newestAnalysis } from './backend/find-collection.ts'
import { withBackend } from './backend/with-backend.ts'
import type { CliContext } from './context.ts'
import { namesFiles } from './input/find-files.ts'
import { readPapers } from './input/read-papers.ts'
import { readVocabulary } from './input/read-vocabulary.ts'
import { oneCollection, SOURCES_ARGUMENT } from './input/sources.ts'
import {
  addAnalysisOptions,
  addImportOptions,
  addVocabularyOptions,
  countOption,
  dataOption,
  jsonOption,
  settingsOf,
  type AnalysisFlags,
  type DataFlag,
  type ImportFlags,
  type VocabularyFlags,
} from './options.ts'
import { analyzePapers } from './output/analyze-papers.ts'
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

async function trendsOfFiles(context: CliContext, names: string[], flags: TrendsFlags): Promise<Trends> {
  const settings = settingsOf(context, flags)
  const vocabulary = readVocabulary(context.cwd, flags)
  const { papers } = await readPapers(context, names, flags)
  const workDir = mkdtempSync(join(tmpdir(), 'tidemap-trends-'))
  try {
    const { manifest, dir } = await analyzePapers(context, context.createEngine(settings), {
      papers: papers.map(({ paper }) => paper),
      options: withVocabulary({ topics: flags.topics, seed: flags.seed }, vocabulary),
      threads: settings.threads,
      keepPapers: false,
      workDir,
    })
    const { trends, phrases } = await readResult(dir)
    return {
      bin: manifest.facts.bin,
      items: trends,
      phrases: phrases.slice(0, flags.phrases ?? 0),
      notes: manifest.facts.notes,
    }
  } finally {
    rmSync(workDir, { recursive: true, force: true })
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
