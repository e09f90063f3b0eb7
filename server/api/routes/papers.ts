import { createRoute } from '@hono/zod-openapi'
import { QueryTrends } from '../../../shared/trend.ts'
import { errors, json } from '../answers.ts'
import type { ApiDeps } from '../deps.ts'
import { searchPapers } from '../search-papers.ts'
import { readAnalysis } from '../../store/analyses.ts'
import { newestAnalysis } from '../../store/collections.ts'
import { TidemapError } from '../../../shared/error.ts'
import { subApp } from '../sub-app.ts'
import { CollectionParams, PaperPage, PapersQuery, TrendsQuery } from '../wire.ts'

const papers = createRoute({
  method: 'get',
  path: '/{id}/papers',
  tags: ['papers'],
  summary: 'Papers of a collection: search, filter, sort; with a query, how well and where each one matches',
  request: { params: CollectionParams, query: PapersQuery },
  responses: { 200: json('A page of papers with their place in the analysis', PaperPage), ...errors(400, 404) },
})
const trends = createRoute({
  method: 'get',
  path: '/{id}/trends',
  tags: ['trends'],
  summary: 'Share per period of typed queries, with verdicts, bursts, and the topics that each divides over',
  request: { params: CollectionParams, query: TrendsQuery },
  responses: { 200: json('One series a query', QueryTrends.meta({ id: 'QueryTrends' })), ...errors(400, 404) },
})

export function paperRoutes({ store, jobs }: ApiDeps) {
  /** The analysis that a request means: the one it names, else the collection's newest, else none. */
  async function analysisFor(collectionId: string, asked: string | undefined): Promise<string | null> {
    if (asked === undefined) return newestAnalysis(store, collectionId)
    const analysis = await readAnalysis(store, asked)
    if (analysis.collectionId !== collectionId)
      throw new TidemapError('not-found', `analysis of another collection: ${asked}`)
    return asked
  }

  return subApp()
    .openapi(papers, async (c) => {
      const { query = '', analysis, topic, from, to, sort, cursor, ...rest } = c.req.valid('query')
      const collectionId = c.req.valid('param').id
      const analysisId = await analysisFor(collectionId, analysis)
      if (topic !== undefined && analysisId === null) {
        throw new TidemapError('bad-request', `topic: ${topic}: the collection has no analysis`, {
          hint: 'analyse it first',
        })
      }
      const asked = query.trim() === '' ? null : query
      const ask = { ...rest, collectionId, analysisId, query: asked, topic, from, to, sort, cursor }
      return c.json(await searchPapers({ store, jobs }, ask), 200)
    })
    .openapi(trends, async (c) => {
      const { query, bin, fields = null, within = [], smooth, analysis } = c.req.valid('query')
      const { id } = c.req.valid('param')
      const analysisId = await analysisFor(id, analysis)
      return c.json(await jobs.trends(id, analysisId, query, { bin, fields, within, smooth }), 200)
    })
}
