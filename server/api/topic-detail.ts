import { TidemapError } from '../../shared/error.ts'
import { REST } from '../../shared/paper-set.ts'
import { DISTINGUISHING_TERMS, type TopicDetail } from '../../shared/topic-detail.ts'
import { cohesionText, stabilityText, uncertainText } from '../../shared/topic-text.ts'
import type { Jobs } from '../jobs/jobs.ts'
import { readAnalysis } from '../store/analyses.ts'
import { readPapers } from '../store/placed-papers.ts'
import type { Store } from '../store/store.ts'
import { readVotedTopics } from '../store/topic-votes.ts'

/** A topic with the papers that stand for it and the terms that set it apart. Throws `not-found`. */
export async function describeTopic(
  { store, jobs }: { store: Store; jobs: Jobs },
  analysisId: string,
  topicId: number,
): Promise<TopicDetail> {
  const { collectionId } = await readAnalysis(store, analysisId)
  const { items } = await readVotedTopics(store, analysisId)
  const topic = items.find(({ id }) => id === topicId)
  if (topic === undefined) throw new TidemapError('not-found', `unknown topic: ${topicId}`)
  const byId = new Map(items.map((one) => [one.id, one]))
  const nearest = topic.nearest.flatMap(({ id, similarity }) => {
    const near = byId.get(id)
    if (near === undefined) return []
    const { label, papers, themeLabel } = near
    return [{ id, similarity, label, papers, themeLabel }]
  })
  const compare = (b: string) => jobs.contrast(collectionId, analysisId, `topic:${topicId}`, b, DISTINGUISHING_TERMS)
  const neighbour = nearest.at(0)
  const [representativePapers, rest, near] = await Promise.all([
    readPapers(store, collectionId, analysisId, topic.representative),
    compare(REST),
    neighbour && compare(`topic:${neighbour.id}`),
  ])
  return {
    ...topic,
    uncertainShare: topic.papers === 0 ? 0 : Math.round((topic.uncertain / topic.papers) * 1e6) / 1e6,
    words: {
      stability: stabilityText(topic),
      cohesion: cohesionText(topic, items),
      uncertain: uncertainText(topic),
    },
    nearest,
    representativePapers,
    distinguishing: {
      rest: rest.a.terms,
      nearest:
        neighbour && near ? { id: neighbour.id, label: neighbour.label, more: near.a.terms, less: near.b.terms } : null,
    },
  }
}
