import { createRoute } from '@hono/zod-openapi'
import { errors } from '../answers.ts'
import type { ApiDeps } from '../deps.ts'
import { SANDBOX_POLICY } from '../headers.ts'
import { createReportWriter } from '../report/report-writer.ts'
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

export function reportRoutes(deps: ApiDeps) {
  const writeReport = createReportWriter(deps)
  return subApp().openapi(report, async (c) => {
    const { bytes, body, contentType, filename } = await writeReport(
      c.req.valid('param').id,
      c.req.valid('query').format,
      c.req.raw.signal,
    )
    // A stream that no one reads would keep the file open.
    if (c.req.method === 'HEAD') await body.cancel()
    return new Response(c.req.method === 'HEAD' ? null : body, {
      headers: {
        'content-type': contentType,
        'content-length': String(bytes),
        'content-disposition': `attachment; filename="${filename}"`,
        'content-security-policy': SANDBOX_POLICY,
      },
    })
  })
}
