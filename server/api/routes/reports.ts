import { createRoute } from '@hono/zod-openapi'
import { errors } from '../answers.ts'
import type { ApiDeps } from '../deps.ts'
import { subApp } from '../sub-app.ts'
import { AnalysisParams, ReportQuery } from '../wire.ts'

const file = { schema: { type: 'string' as const, format: 'binary' } }

const report = createRoute({
  method: 'get',
  path: '/{id}/report',
  tags: ['report'],
  summary: 'The cluster report as a file to keep',
  request: { params: AnalysisParams, query: ReportQuery },
  responses: {
    200: {
      description: 'An attachment in the format asked for',
      content: {
        'text/html': file,
        'text/csv': file,
        'application/octet-stream': file,
        'text/markdown': file,
        'application/x-bibtex': file,
      },
    },
    ...errors(400, 404, 507),
  },
})

export function reportRoutes(_deps: ApiDeps) {
  return subApp().openapi(report, () => notYet())
}
function notYet(): never {
  throw new Error('not written yet')
}
