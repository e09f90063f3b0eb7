import { OpenAPIHono } from '@hono/zod-openapi'
import type { ApiDeps } from './deps.ts'
import { analysisRoutes } from './routes/analyses.ts'
import { collectionRoutes } from './routes/collections.ts'
import { healthRoutes } from './routes/health.ts'
import { importRoutes } from './routes/imports.ts'
import { jobRoutes } from './routes/jobs.ts'
import { paperRoutes } from './routes/papers.ts'
import { reportRoutes } from './routes/reports.ts'
import { resultRoutes } from './routes/results.ts'

/** The API and the dashboard's files behind one fetch function: `createApp(deps).fetch(request)`. */
export function createApp(deps: ApiDeps) {
  return new OpenAPIHono()
    .route('/', healthRoutes(deps))
    .route('/api/collections', collectionRoutes(deps))
    .route('/api/collections', importRoutes(deps))
    .route('/api/collections', paperRoutes(deps))
    .route('/api/collections', analysisRoutes(deps))
    .route('/api/analyses', resultRoutes(deps))
    .route('/api/analyses', reportRoutes(deps))
    .route('/api/jobs', jobRoutes(deps))
}

/** The API as a type, for Hono's typed client: `hc<App>(origin)`. */
export type App = ReturnType<typeof createApp>
