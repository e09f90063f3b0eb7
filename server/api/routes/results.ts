import { createRoute } from '@hono/zod-openapi'
import { Analysis } from '../../../shared/analysis.ts'
import { Topic } from '../../../shared/topic.ts'
import { AnalysisTrends } from '../../../shared/trend.ts'
import { errors, json } from '../answers.ts'
import type { ApiDeps } from '../deps.ts'
import { subApp } from '../sub-app.ts'
import { AnalysisParams, PaperDetail, PaperParams, TopicParams, TopicsAnswer } from '../wire.ts'

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
  summary: 'All topics and themes',
  request,
  responses: { 200: json('Topics, largest first, Miscellaneous last', TopicsAnswer), ...errors(404) },
})
const topic = createRoute({
  method: 'get',
  path: '/{id}/topics/{topicId}',
  tags,
  summary: 'One topic',
  request: { params: TopicParams },
  responses: { 200: json('The topic', Topic), ...errors(400, 404) },
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
  summary: 'Topics and themes over time, with verdicts',
  request,
  responses: { 200: json('One item a line', AnalysisTrends.meta({ id: 'AnalysisTrends' })), ...errors(404) },
})
const paper = createRoute({
  method: 'get',
  path: '/{id}/papers/{paperId}',
  tags: ['papers'],
  summary: 'One paper and why it stands where it stands',
  request: { params: PaperParams },
  responses: { 200: json('The paper', PaperDetail), ...errors(404) },
})

export function resultRoutes(_deps: ApiDeps) {
  return subApp()
    .openapi(read, () => notYet())
    .openapi(topics, () => notYet())
    .openapi(topic, () => notYet())
    .openapi(map, () => notYet())
    .openapi(trends, () => notYet())
    .openapi(paper, () => notYet())
}
function notYet(): never {
  throw new Error('not written yet')
}
