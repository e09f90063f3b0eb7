import { Command } from 'commander'
import { TidemapError } from '../../shared/error.ts'
import { VotedTopics, type Topic } from '../../shared/topic.ts'
import { TopicDetail } from '../../shared/topic-detail.ts'

import { callJson } from './backend/backend.ts'
import { findCollection, newestAnalysis } from './backend/find-collection.ts'
import { withBackend } from './backend/with-backend.ts'
import type { CliContext } from './context.ts'
import { dataOption, jsonOption, type DataFlag } from './options.ts'
import { print } from './print/print.ts'
import { topicText, topicsText } from './print/topic-text.ts'

/** `tidemap topics`: the topics of a collection, or one with everything that stands behind it. */
export function topicsCommand(context: CliContext): Command {
  return new Command('topics')
    .summary('the topics of a collection, or all about one of them')
    .description(
      "Lists the topics of a collection's newest analysis: size, stability, cohesion, theme and trend,\n" +
        'and the votes of the median paper where papers have votes.\n' +
        'With a topic, by number or name: the terms that set it apart from the rest and from its nearest\n' +
        'topic, the papers that stand for it, and how firm it is.',
    )
    .argument('<collection>', 'name of the collection')
    .argument('[topic]', 'number or name of a topic; 0 is Miscellaneous')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (name: string, wanted: string | undefined, flags: DataFlag & { json?: boolean }) => {
      const found = await withBackend(context, flags, async (backend) => {
        const id = newestAnalysis(await findCollection(backend, name))
        const at = `/api/analyses/${encodeURIComponent(id)}/topics`
        const { signal } = context
        const topics = await callJson(backend, at, VotedTopics, { signal })
        if (wanted === undefined) return { topics, topic: null }
        const topic = topicOf(topics.items, wanted)
        return { topics, topic: await callJson(backend, `${at}/${topic.id}`, TopicDetail, { signal }) }
      })
      const { topics, topic } = found
      if (topic === null) await print(context, flags, topics, () => topicsText(topics.items))
      else await print(context, flags, topic, () => topicText(topic))
    })
}

/** The topic of a number, else of a name, whatever its case. Throws `not-found`. */
function topicOf(topics: readonly Topic[], wanted: string): Topic {
  const name = wanted.trim().toLowerCase()
  const topic = topics.find(({ id }) => String(id) === name) ?? topics.find(({ label }) => label.toLowerCase() === name)
  if (topic) return topic
  throw new TidemapError('not-found', `unknown topic: ${wanted}`, {
    hint: 'without a topic, tidemap topics lists them with their numbers',
  })
}
