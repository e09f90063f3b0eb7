import { Command } from 'commander'
import { TidemapError } from '../../shared/error.ts'
import { VotedTopics } from '../../shared/topic.ts'
import { TopicDrift } from '../../shared/topic-drift.ts'
import { callJson } from './backend/backend.ts'
import { findCollection, newestAnalysis } from './backend/find-collection.ts'
import { withBackend } from './backend/with-backend.ts'
import type { CliContext } from './context.ts'
import { namesFiles } from './input/find-files.ts'
import { readPapers } from './input/read-papers.ts'
import { oneCollection } from './input/sources.ts'
import {
  addAnalysisOptions,
  addImportOptions,
  addVocabularyOptions,
  dataOption,
  jsonOption,
  type AnalysisFlags,
  type DataFlag,
  type ImportFlags,
  type VocabularyFlags,
} from './options.ts'
import { analyzeOnce } from './output/analyze-once.ts'
import { driftText } from './print/drift-text.ts'
import { UsageError } from './print/error-lines.ts'
import { print } from './print/print.ts'

type DriftFlags = ImportFlags & AnalysisFlags & VocabularyFlags & DataFlag & { json?: boolean }

/** What changed in a topic, and what the topic is called. */
interface Drift {
  drift: TopicDrift
  label: string
}

/** `tidemap drift`: how the words of a topic changed. */
export function driftCommand(context: CliContext): Command {
  const command = new Command('drift')
    .summary('what entered a topic and what left it')
    .description(
      "Follows the terms of one topic within that topic (of a collection's newest analysis, or of an analysis of files\n" +
        'made for this): which entered, which left, and what its papers spoke of in each third of its time.',
    )
    .usage('[options] <sources...> <topic>')
    .argument(
      '<sources...>',
      'a collection, or files (also patterns, and - for the standard input); the number of the topic comes last',
    )
  return addVocabularyOptions(addAnalysisOptions(addImportOptions(command)))
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (words: string[], flags: DriftFlags) => {
      const [topic, sources] = [words.at(-1)!, words.slice(0, -1)]
      if (sources.length === 0) throw new UsageError(`no topic for: ${topic}`, 'tidemap drift COLLECTION 3')
      const { drift, label } = namesFiles(sources[0], context.cwd)
        ? await driftOfFiles(context, sources, topic, flags)
        : await driftOfCollection(context, oneCollection(sources), topic, flags)
      await print(context, flags, drift, () => driftText(drift, label))
    })
}

async function driftOfFiles(context: CliContext, names: string[], topic: string, flags: DriftFlags): Promise<Drift> {
  const { papers } = await readPapers(context, names, flags)
  const { result } = await analyzeOnce(
    context,
    papers.map(({ paper }) => paper),
    flags,
  )
  const drift = result.drift.find(({ topicId }) => String(topicId) === topic)
  if (drift) return { drift, label: labelOf(result.topics, drift) }
  throw new TidemapError('not-found', `no drift of topic: ${topic}`, {
    hint: `topics are numbered from 1 to ${result.drift.length}`,
  })
}

function driftOfCollection(context: CliContext, name: string, topic: string, flags: DriftFlags): Promise<Drift> {
  return withBackend(context, flags, async (backend) => {
    const analysis = `/api/analyses/${encodeURIComponent(newestAnalysis(await findCollection(backend, name)))}`
    const { signal } = context
    const path = `${analysis}/topics/${encodeURIComponent(topic)}/drift`
    const drift = await callJson(backend, path, TopicDrift, { signal })
    const { items } = await callJson(backend, `${analysis}/topics`, VotedTopics, { signal })
    return { drift, label: labelOf(items, drift) }
  })
}

function labelOf(topics: readonly { id: number; label: string }[], { topicId }: TopicDrift): string {
  return topics.find(({ id }) => id === topicId)?.label ?? 'Miscellaneous'
}
