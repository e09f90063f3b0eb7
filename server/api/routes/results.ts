import { createRoute } from '@hono/zod-openapi'
import { Analysis } from '../../../shared/analysis.ts'
import { Contrast } from '../../../shared/contrast.ts'
import type { PaperSet } from '../../../shared/paper-set.ts'
import { TopicDetail } from '../../../shared/topic-detail.ts'
import { VotedTopics } from '../../../shared/topic.ts'
import { CrossTrends } from '../../../shared/cross-trends.ts'
import { TopicDrift } from '../../../shared/topic-drift.ts'
import { AnalysisTrends } from '../../../shared/trend.ts'
import { errors, json, jsonBytes } from '../answers.ts'
import type { ApiDeps } from '../deps.ts'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readAnalysis } from '../../store/analyses.ts'
import { listNames } from '../../store/names.ts'
import { readPaper } from '../../store/placed-papers.ts'
import { readSimilar } from '../../store/similar.ts'
import { readDrift, readTrends } from '../../store/trends.ts'
import { readVotedTopics } from '../../store/topic-votes.ts'
import { crossAsWritten } from '../as-written.ts'
import { subApp } from '../sub-app.ts'
import { describeTopic } from '../topic-detail.ts'
import {
  AnalysisParams,
  AnalysisTrendsQuery,
  ContrastBody,
  ContrastQuery,
  CrossQuery,
  PaperDetail,
  PaperParams,
  SimilarAnswer,
  TopicParams,
} from '../wire.ts'

const tags = ['analyses']
const request = { params: AnalysisParams }
const binary = { schema: { type: 'string' as const, format: 'binary' } }

const read = createRoute({
  method: 'get',
  path: '/{id}',
  tags,
  summary: 'What an analysis found, and what made it',
  request,
  responses: { 200: json('The analysis', Analysis), ...errors(404) },
})
const topics = createRoute({
  method: 'get',
  path: '/{id}/topics',
  tags,
  summary: 'All topics and themes, with the votes of their papers where these have any',
  request,
  responses: { 200: json('Topics, largest first, Miscellaneous last', VotedTopics), ...errors(404) },
})
const topic = createRoute({
  method: 'get',
  path: '/{id}/topics/{topicId}',
  tags,
  summary: 'One topic: its terms against the rest and against its nearest, papers that stand for it, how firm it is',
  request: { params: TopicParams },
  responses: { 200: json('The topic', TopicDetail), ...errors(400, 404) },
})
const map = createRoute({
  method: 'get',
  path: '/{id}/map',
  tags,
  summary: 'The map as little-endian binary columns, as shared/map.ts describes',
  request,
  responses: {
    200: { description: 'TMAP, version 1', content: { 'application/octet-stream': binary } },
    ...errors(404),
  },
})
const trends = createRoute({
  method: 'get',
  path: '/{id}/trends',
  tags: ['trends'],
  summary: 'Topics and themes over time with verdicts, and phrases where they are asked for',
  request: { params: AnalysisParams, query: AnalysisTrendsQuery },
  responses: { 200: json('One item a line', AnalysisTrends.meta({ id: 'AnalysisTrends' })), ...errors(400, 404) },
})
const drift = createRoute({
  method: 'get',
  path: '/{id}/topics/{topicId}/drift',
  tags: ['trends'],
  summary: 'How the words of a topic changed: its terms per period, what entered and what left',
  request: { params: TopicParams },
  responses: { 200: json('Terms, most papers first', TopicDrift.meta({ id: 'TopicDrift' })), ...errors(400, 404) },
})
const cross = createRoute({
  method: 'get',
  path: '/{id}/cross',
  tags: ['trends'],
  summary: 'Venues or organisations over time, of a topic or of all papers',
  request: { params: AnalysisParams, query: CrossQuery },
  responses: { 200: json('Most papers first', CrossTrends.meta({ id: 'CrossTrends' })), ...errors(400, 404) },
})
const paper = createRoute({
  method: 'get',
  path: '/{id}/papers/{paperId}',
  tags: ['papers'],
  summary: 'One paper and why it stands where it stands',
  request: { params: PaperParams },
  responses: { 200: json('The paper', PaperDetail), ...errors(404) },
})
const similar = createRoute({
  method: 'get',
  path: '/{id}/papers/{paperId}/similar',
  tags: ['papers'],
  summary: 'Papers that say much the same, with the terms they share; none in an analysis of an earlier version',
  request: { params: PaperParams },
  responses: { 200: json('At most ten, most similar first', SimilarAnswer), ...errors(404) },
})
const contrast = createRoute({
  method: 'get',
  path: '/{id}/contrast',
  tags,
  summary: 'The terms that set two sets of papers apart: log-odds with an informative Dirichlet prior',
  request: { params: AnalysisParams, query: ContrastQuery },
  responses: { 200: json('Terms of each side, most telling first', Contrast), ...errors(400, 404) },
})
const contrastOfLists = createRoute({
  method: 'post',
  path: '/{id}/contrast',
  tags,
  summary: 'The same for sets too long for an address: `{papers: [ids]}` may stand for a set',
  request: {
    params: AnalysisParams,
    body: { content: { 'application/json': { schema: ContrastBody } }, required: true },
  },
  responses: { 200: json('Terms of each side, most telling first', Contrast), ...errors(400, 404, 413) },
})

export function resultRoutes({ store, jobs }: ApiDeps) {
  async function compare(id: string, a: PaperSet, b: PaperSet, most: number): Promise<Contrast> {
    const { collectionId } = await readAnalysis(store, id)
    return jobs.contrast(collectionId, id, a, b, most)
  }

  return subApp()
    .openapi(read, async (c) => c.json(await readAnalysis(store, c.req.valid('param').id), 200))
    .openapi(topics, async (c) => c.json(await readVotedTopics(store, c.req.valid('param').id), 200))
    .openapi(topic, async (c) => {
      const { id, topicId } = c.req.valid('param')
      return c.json(await describeTopic({ store, jobs }, id, topicId), 200)
    })
    .openapi(map, async (c) => {
      // The row decides: what has none is no analysis, and no path is made of an id that we did not make.
      const { id } = await readAnalysis(store, c.req.valid('param').id)
      const headers = { etag: `"${id}"`, 'cache-control': 'private, max-age=31536000, immutable' }
      if (c.req.header('if-none-match') === headers.etag) return c.body(null, 304, headers)
      const bytes = await readFile(join(store.folders.results, id, 'map.bin'))
      return c.body(bytes, 200, { ...headers, 'content-type': 'application/octet-stream' })
    })
    .openapi(trends, async (c) => {
      const bytes = await readTrends(store, c.req.valid('param').id, c.req.valid('query').phrases)
      return jsonBytes<AnalysisTrends>(c, bytes)
    })
    .openapi(drift, async (c) => {
      const { id, topicId } = c.req.valid('param')
      return c.json(await readDrift(store, id, topicId), 200)
    })
    .openapi(cross, async (c) => {
      const { by, topic, bin, limit } = c.req.valid('query')
      const { id, collectionId } = await readAnalysis(store, c.req.valid('param').id)
      const found = await jobs.crossTrends(collectionId, id, { by, topicId: topic ?? null, bin, most: limit })
      const written = await listNames(store, collectionId, by === 'venue' ? 'venue' : 'organization')
      return c.json(crossAsWritten(found, written), 200)
    })
    .openapi(contrast, async (c) => {
      const { a, b, limit } = c.req.valid('query')
      return c.json(await compare(c.req.valid('param').id, a, b, limit), 200)
    })
    .openapi(contrastOfLists, async (c) => {
      const { a, b, limit } = c.req.valid('json')
      return c.json(await compare(c.req.valid('param').id, a, b, limit), 200)
    })
    .openapi(similar, async (c) => {
      const { id, paperId } = c.req.valid('param')
      return c.json({ items: await readSimilar(store, id, paperId) }, 200)
    })
    .openapi(paper, async (c) => {
      const { id, paperId } = c.req.valid('param')
      return c.json(await readPaper(store, id, paperId), 200)
    })
}
