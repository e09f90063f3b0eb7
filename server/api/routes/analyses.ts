import { createRoute } from '@hono/zod-openapi'
import { Analysis } from '../../../shared/analysis.ts'
import { Job } from '../../../shared/job.ts'
import { PageQuery, pageOf } from '../../../shared/page.ts'
import { errors, json } from '../answers.ts'
import type { ApiDeps } from '../deps.ts'
import { subApp } from '../sub-app.ts'
import { AnalyzeBody, CollectionParams } from '../wire.ts'

const tags = ['analyses']

const list = createRoute({
  method: 'get',
  path: '/{id}/analyses',
  tags,
  summary: 'Analyses of a collection, newest first',
  request: { params: CollectionParams, query: PageQuery },
  responses: { 200: json('A page of analyses', pageOf(Analysis).meta({ id: 'AnalysisPage' })), ...errors(400, 404) },
})
const start = createRoute({
  method: 'post',
  path: '/{id}/analyses',
  tags,
  summary: 'Start an analysis; one at a time for a collection',
  request: {
    params: CollectionParams,
    body: { content: { 'application/json': { schema: AnalyzeBody } }, required: false },
  },
  responses: { 202: json('The job; `Location` names it', Job), ...errors(400, 404, 409, 422, 507) },
})

export function analysisRoutes(_deps: ApiDeps) {
  return subApp()
    .openapi(list, () => notYet())
    .openapi(start, () => notYet())
}
function notYet(): never {
  throw new Error('not written yet')
}
