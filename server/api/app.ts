import { OpenAPIHono } from '@hono/zod-openapi'
import { guard } from './access.ts'
import { bodyLimits } from './body-limits.ts'
import type { ApiDeps } from './deps.ts'
import { apiDocument } from './docs/document.ts'
import { securityHeaders } from './headers.ts'
import { login } from './login.ts'
import { answerError } from './on-error.ts'
import { analysisRoutes } from './routes/analyses.ts'
import { collectionRoutes } from './routes/collections.ts'
import { docsRoutes } from './routes/docs.ts'
import { healthRoutes } from './routes/health.ts'
import { importRoutes } from './routes/imports.ts'
import { jobRoutes } from './routes/jobs.ts'
import { paperRoutes } from './routes/papers.ts'
import { reportRoutes } from './routes/reports.ts'
import { resultRoutes } from './routes/results.ts'
import { unknownPath } from './unknown-path.ts'

/** The API and the dashboard's files behind one fetch function: `createApp(deps).fetch(request)`. */
export function createApp(deps: ApiDeps) {
  const app = new OpenAPIHono()
  app.onError(answerError(deps.onError ?? (() => {})))
  app.use(securityHeaders())
  app.use(guard(deps.access))
  app.use(bodyLimits(deps.bodyLimitBytes))
  app.use('/', login(deps.access))

  const routes = app
    .route('/', healthRoutes(deps))
    .route('/api/collections', collectionRoutes(deps))
    .route('/api/collections', importRoutes(deps))
    .route('/api/collections', paperRoutes(deps))
    .route('/api/collections', analysisRoutes(deps))
    .route('/api/analyses', resultRoutes(deps))
    .route('/api/analyses', reportRoutes(deps))
    .route('/api/jobs', jobRoutes(deps))
    .route(
      '/api',
      docsRoutes((): object => apiDocument(app, deps.version)),
    )
  app.notFound(unknownPath(app, deps.clientDir))
  return routes
}

/** The API as a type, for Hono's typed client: `hc<App>(origin)`. */
export type App = ReturnType<typeof createApp>
