import type { OpenAPIHono } from '@hono/zod-openapi'

/** The OpenAPI 3.1 document of an app, from the same schemas that check its requests. */
export function apiDocument(app: OpenAPIHono, version: string) {
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Tidemap',
      version,
      description:
        'Topics, a map, trends and reports from a collection of paper abstracts. Errors are `{error: {code, message, hint?, line?}}`. ' +
        'Requests that change something need `Sec-Fetch-Site: same-origin`, our own `Origin`, or `Authorization: Bearer` with the ' +
        'token of `lock.json` in the data folder. Lists page by `cursor` and `limit`.',
    },
    tags: [
      { name: 'collections', description: 'Piles of papers under one name' },
      { name: 'papers', description: 'What is in them' },
      { name: 'analyses', description: 'Topics and their map' },
      { name: 'trends', description: 'How shares move' },
      { name: 'report', description: 'Files to take away' },
      { name: 'jobs', description: 'Work under way' },
      { name: 'server', description: 'The server itself' },
    ],
  })
}
