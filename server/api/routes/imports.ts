import { createRoute } from '@hono/zod-openapi'
import { errors, json } from '../answers.ts'
import type { ApiDeps } from '../deps.ts'
import type { ImportInput } from '../../jobs/import/import-papers.ts'
import { nowOf } from '../now.ts'
import { subApp } from '../sub-app.ts'
import { CollectionParams, ImportAnswer, ImportPreview, ImportQuery } from '../wire.ts'

const bytes = { schema: { type: 'string' as const, format: 'binary' } }

const importPapers = createRoute({
  method: 'post',
  path: '/{id}/imports',
  tags: ['papers'],
  summary: 'Import a file or pasted text; with preview=true only read it (the id may then be `new`)',
  request: {
    params: CollectionParams,
    query: ImportQuery,
    body: { content: { 'application/octet-stream': bytes, 'text/plain': bytes }, description: 'the file as it is' },
  },
  responses: {
    200: json('A preview: nothing was stored', ImportPreview),
    201: json('Stored, and safe on disk', ImportAnswer),
    ...errors(400, 404, 413, 415, 422, 429, 507),
  },
})

export function importRoutes(deps: ApiDeps) {
  const { jobs, bodyLimitBytes } = deps
  return subApp().openapi(importPapers, async (c) => {
    const { filename, preview, encoding, skipBad, asOf = nowOf(deps).slice(0, 10) } = c.req.valid('query')
    const body = (c.req.raw.body ?? []) as unknown as AsyncIterable<Uint8Array>
    const input: ImportInput = { filename, body, encoding, skipBad, asOf, limitBytes: bodyLimitBytes }
    if (preview) return c.json(await jobs.previewPapers(input), 200)
    const record = await jobs.importPapers(c.req.valid('param').id, input)
    return c.json({ import: record, receipt: record.receipt }, 201)
  })
}
