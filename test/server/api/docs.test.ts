import { expect, test } from 'vitest'
import { openTestApi } from '../../support/test-api.ts'

/** Every method and path of the contract. */
const CONTRACT = `
get /healthz · get /api/openapi.json · get /api/docs · get /api/collections · post /api/collections
get /api/collections/{id} · patch /api/collections/{id} · delete /api/collections/{id} · post /api/collections/{id}/imports
get /api/collections/{id}/papers · get /api/collections/{id}/trends · get /api/collections/{id}/analyses
post /api/collections/{id}/analyses · get /api/analyses/{id} · get /api/analyses/{id}/topics
get /api/analyses/{id}/topics/{topicId} · get /api/analyses/{id}/map · get /api/analyses/{id}/trends
get /api/analyses/{id}/papers/{paperId} · get /api/analyses/{id}/report · get /api/jobs/{id} · delete /api/jobs/{id}
get /api/jobs/{id}/events`

test('the document names every path of the contract, and every reference in it leads somewhere', async () => {
  const api = await openTestApi()
  const document = await api.json('GET', '/api/openapi.json')
  expect(document.openapi).toBe('3.1.0')
  const named = Object.entries(document.paths as Record<string, object>).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  )
  const wanted = CONTRACT.trim().split(/\s*[·\n]\s*/)
  expect(wanted.filter((one) => !named.includes(one))).toEqual([])
  const text = JSON.stringify(document)
  for (const [, name] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
    expect(document.components.schemas, name).toHaveProperty(name)
  }
  for (const name of ['Paper', 'Collection', 'Analysis', 'Topic', 'Job', 'Receipt', 'Error']) {
    expect(document.components.schemas).toHaveProperty(name)
  }
  for (const methods of Object.values(document.paths as Record<string, Record<string, { tags?: string[] }>>)) {
    for (const { tags } of Object.values(methods)) {
      expect(document.tags.map(({ name }: { name: string }) => name)).toContain(tags?.[0])
    }
  }
})

test('the page for people says the same, without script', async () => {
  const api = await openTestApi()
  const response = await api.request('GET', '/api/docs')
  expect(response.headers.get('content-type')).toContain('text/html')
  const html = await response.text()
  expect(html).not.toMatch(/<script|javascript:| on\w+=|https?:\/\//i)
  const { paths, components } = await api.json('GET', '/api/openapi.json')
  for (const path of Object.keys(paths)) expect(html).toContain(path)
  for (const name of Object.keys(components.schemas)) expect(html).toContain(`id="schema-${name}"`)
})
