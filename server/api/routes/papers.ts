import { createRoute } from '@hono/zod-openapi'
import { QueryTrends } from '../../../shared/trend.ts'
import { errors, json } from '../answers.ts'
import type { ApiDeps } from '../deps.ts'
import { subApp } from '../sub-app.ts'
import { CollectionParams, PaperPage, PapersQuery, TrendsQuery } from '../wire.ts'

const papers = createRoute({
  method: 'get',
  path: '/{id}/papers',
  tags: ['papers'],
  summary: 'Papers of a collection: search, filter, sort',
  request: { params: CollectionParams, query: PapersQuery },
  responses: { 200: json('A page of papers with their place in the analysis', PaperPage), ...errors(400, 404) },
})
const trends = createRoute({
  method: 'get',
  path: '/{id}/trends',
  tags: ['trends'],
  summary: 'Share per period of typed queries',
  request: { params: CollectionParams, query: TrendsQuery },
  responses: { 200: json('One series a query', QueryTrends.meta({ id: 'QueryTrends' })), ...errors(400, 404) },
})

export function paperRoutes(_deps: ApiDeps) {
  return subApp()
    .openapi(papers, () => notYet())
    .openapi(trends, () => notYet())
}
function notYet(): never {
  throw new Error('not written yet')
}
