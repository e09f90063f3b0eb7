import { Command } from 'commander'
import type { Paper } from '../../shared/paper.ts'
import { VotedTopics, type Topic } from '../../shared/topic.ts'
import { PaperDetail, SimilarAnswer } from '../api/wire.ts'
import { callJson } from './backend/backend.ts'
import { findCollection, newestAnalysis } from './backend/find-collection.ts'
import { withBackend } from './backend/with-backend.ts'
import type { CliContext } from './context.ts'
import { dataOption, jsonOption, type DataFlag } from './options.ts'
import { paperText } from './print/paper-text.ts'
import { print } from './print/print.ts'

/** `tidemap paper`: one paper, why it is in its topic, and which others are similar. */
export function paperCommand(context: CliContext): Command {
  return new Command('paper')
    .summary('one paper: its topic, why it is there, what is similar')
    .description(
      "Shows one paper of a collection's newest analysis: its topic, the terms that put it there, the runner-up and by how\n" +
        'much it was behind, whether the choice is uncertain, and the papers that are most similar.',
    )
    .argument('<collection>', 'name of the collection')
    .argument('<paper>', 'id of the paper')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (name: string, paperId: string, flags: DataFlag & { json?: boolean }) => {
      const found = await withBackend(context, flags, async (backend) => {
        const analysis = `/api/analyses/${encodeURIComponent(newestAnalysis(await findCollection(backend, name)))}`
        const at = `${analysis}/papers/${encodeURIComponent(paperId)}`
        const { signal } = context
        const { paper, assignment } = await callJson(backend, at, PaperDetail, { signal })
        const { items: topics } = await callJson(backend, `${analysis}/topics`, VotedTopics, { signal })
        const { items: similar } = await callJson(backend, `${at}/similar`, SimilarAnswer, { signal })
        const { topicId, score, runnerUpTopicId, runnerUpScore, uncertain, reasons } = assignment
        return {
          paper,
          topic: { ...named(topics, topicId), score },
          reasons,
          runnerUp:
            runnerUpTopicId === null || runnerUpScore === null
              ? null
              : {
                  ...named(topics, runnerUpTopicId),
                  score: runnerUpScore,
                  margin: Math.round((score - runnerUpScore) * 1e6) / 1e6,
                },
          uncertain,
          similar: similar.map((one) => ({ ...short(one.paper), score: one.score, terms: one.terms })),
        }
      })
      await print(context, flags, found, () => paperText(found))
    })
}

function named(topics: readonly Topic[], id: number): { id: number; label: string } {
  return { id, label: topics.find((topic) => topic.id === id)?.label ?? 'Miscellaneous' }
}

function short({ id, title, date }: Paper) {
  return { id, title, date }
}
