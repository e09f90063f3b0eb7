import { createRoute } from '@hono/zod-openapi'
import { Analysis } from '../../../shared/analysis.ts'
import { Job } from '../../../shared/job.ts'
import { PageQuery, pageOf } from '../../../shared/page.ts'
import { errors, json } from '../answers.ts'
import type { ApiDeps } from '../deps.ts'
import { listAnalyses } from '../../store/analyses.ts'
import { AnalysisOptions } from '../../../shared/analysis.ts'
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
  summary: 'Start an analysis, one at a time, with the vocabulary of the collection or one of its own',
  request: {
    params: CollectionParams,
    body: { content: { 'application/json': { schema: AnalyzeBody } }, required: false },
  },
  responses: { 202: json('The job; `Location` names it', Job), ...errors(400, 404, 409, 422, 507) },
})

export function analysisRoutes({ store, jobs }: ApiDeps) {
  return subApp()
    .openapi(list, async (c) => c.json(await listAnalyses(store, c.req.valid('param').id, c.req.valid('query')), 200))
    .openapi(start, async (c) => {
      const job = await jobs.startAnalysis(c.req.valid('param').id, AnalysisOptions.parse(c.req.valid('json') ?? {}))
      c.header('location', `/api/jobs/${job.id}`)
      return c.json(job, 202)
    })
}
