import { Command } from 'commander'
import { VotedTopics } from '../../shared/topic.ts'
import { TopicDrift } from '../../shared/topic-drift.ts'

import { callJson } from './backend/backend.ts'
import { findCollection, newestAnalysis } from './backend/find-collection.ts'
import { withBackend } from './backend/with-backend.ts'
import type { CliContext } from './context.ts'
import { dataOption, jsonOption, type DataFlag } from './options.ts'
import { driftText } from './print/drift-text.ts'
import { print } from './print/print.ts'

/** `tidemap drift`: how the words of a topic changed. */
export function driftCommand(context: CliContext): Command {
  return new Command('drift')
    .summary('what entered a topic and what left it')
    .description(
      "Follows the terms of one topic of a collection's newest analysis within that topic: which\n" +
        'entered, which left, and what its papers spoke of in each third of its time.',
    )
    .argument('<collection>', 'name of the collection')
    .argument('<topic>', 'number of the topic; 0 is Miscellaneous')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (name: string, topic: string, flags: DataFlag & { json?: boolean }) => {
      const { drift, label } = await withBackend(context, flags, async (backend) => {
        const analysis = `/api/analyses/${encodeURIComponent(newestAnalysis(await findCollection(backend, name)))}`
        const { signal } = context
        const found = await callJson(backend, `${analysis}/topics/${encodeURIComponent(topic)}/drift`, TopicDrift, {
          signal,
        })
        const { items } = await callJson(backend, `${analysis}/topics`, VotedTopics, { signal })
        return { drift: found, label: items.find(({ id }) => id === found.topicId)?.label ?? 'Miscellaneous' }
      })
      await print(context, flags, drift, () => driftText(drift, label))
    })
}
