import { createRoute } from '@hono/zod-openapi'
import { errors, json } from '../answers.ts'
import type { ApiDeps } from '../deps.ts'
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

export function importRoutes(_deps: ApiDeps) {
  return subApp().openapi(importPapers, () => notYet())
}
function notYet(): never {
  throw new Error('not written yet')
}
