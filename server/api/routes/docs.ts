import { createRoute } from '@hono/zod-openapi'
import { docsPage, type ApiDocument } from '../docs/DocsPage.tsx'
import { subApp } from '../sub-app.ts'

const tags = ['server']

const openapi = createRoute({
  method: 'get',
  path: '/openapi.json',
  tags,
  summary: 'This API as an OpenAPI 3.1 document',
  responses: {
    200: { description: 'OpenAPI 3.1', content: { 'application/json': { schema: { type: 'object' as const } } } },
  },
})
const docs = createRoute({
  method: 'get',
  path: '/docs',
  tags,
  summary: 'The same document as a page to read',
  responses: {
    200: { description: 'A page without script', content: { 'text/html': { schema: { type: 'string' as const } } } },
  },
})

export function docsRoutes(documentOf: () => object) {
  let document: object | undefined
  let page: string | undefined
  return subApp()
    .openapi(openapi, (c) => c.json((document ??= documentOf())) as never)
    .openapi(docs, (c) => c.html((page ??= docsPage((document ??= documentOf()) as ApiDocument))))
}
