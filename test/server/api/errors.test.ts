import { expect, test } from 'vitest'
import { ErrorBody } from '../../../shared/error.ts'
import { jsonLines } from '../../support/fake-readers.ts'
import { openTestApi } from '../../support/test-api.ts'

interface Operation {
  parameters?: { name: string; in: string; schema: Record<string, unknown> }[]
  responses: Record<string, unknown>
}

test('every path answers what is wrong in one shape, with the status that its document names', async () => {
  const api = await openTestApi()
  const { paths } = await api.json('GET', '/api/openapi.json')
  let tried = 0
  for (const [path, methods] of Object.entries(paths as Record<string, Record<string, Operation>>)) {
    for (const [method, { parameters = [], responses }] of Object.entries(methods)) {
      const url = path.replaceAll(/\{\w+\}/g, (name) => (name === '{topicId}' ? '1' : 'nowhere'))
      const wrong: [string, string][] = [
        ...(path.includes('{') ? [['404', url] as [string, string]] : []),
        ...parameters.flatMap(({ name, schema, in: place }): [string, string][] =>
          place === 'query' && (schema['type'] === 'integer' || schema['enum'])
            ? [['400', `${url}?${name}=nonsense`]]
            : [],
        ),
      ]
      for (const [status, target] of wrong) {
        const body =
          method === 'post' || method === 'patch'
            ? path.endsWith('imports')
              ? 'text'
              : path.endsWith('analyses')
                ? {}
                : path.endsWith('contrast')
                  ? { a: '1' }
                  : { name: 'x' }
            : undefined
        const needed = path.endsWith('/contrast')
          ? 'a=1'
          : path.endsWith('{id}/trends') && path.includes('collections')
            ? 'query=a'
            : ''
        const has = needed === '' || target.includes(`${needed.split('=')[0]}=`)
        const full = has ? target : `${target}${target.includes('?') ? '&' : '?'}${needed}`
        const response = await api.request(method.toUpperCase(), full, body)
        const label = `${method} ${full}`
        expect(String(response.status), label).toBe(status)
        expect(Object.keys(responses), label).toContain(status)
        const { error } = ErrorBody.strict().parse(await response.json())
        expect(error.message, label).toMatch(/^[^A-Z]/)
        expect(error.message, label).toContain(status === '400' ? 'nonsense' : 'nowhere')
        tried += 1
      }
    }
  }
  expect(tried).toBeGreaterThan(25)
})

test('wrong parameters are named with their value', async () => {
  const api = await openTestApi()
  const { id } = await api.json('POST', '/api/collections', { name: 'x' })
  await api.json('POST', `/api/collections/${id}/imports`, jsonLines([{ id: 'a' }]))
  const table: [string, string, unknown, number, string][] = [
    ['GET', '/api/collections?limit=501', undefined, 400, 'limit: 501: '],
    ['GET', '/api/collections?limit=0', undefined, 400, 'limit: 0: '],
    ['GET', '/api/collections?cursor=xyz', undefined, 400, 'unknown cursor: xyz'],
    [
      'GET',
      `/api/collections/${id}/papers?sort=evil; DROP TABLE papers`,
      undefined,
      400,
      'sort: evil; DROP TABLE papers: ',
    ],
    [
      'GET',
      `/api/collections/${id}/papers?from=2024-13`,
      undefined,
      400,
      'from: 2024-13: unknown period: write 2024, ',
    ],
    ['GET', `/api/collections/${id}/papers?to=2024-Q5`, undefined, 400, 'to: 2024-Q5: unknown period'],
    ['GET', `/api/collections/${id}/papers?to=yesterday`, undefined, 400, 'to: yesterday: unknown period'],
    ['GET', `/api/collections/${id}/papers?fields=title,venue&query=x`, undefined, 400, 'fields'],
    ['GET', `/api/collections/${id}/papers?cursor=WyJ0aXRsZSJd`, undefined, 400, 'unknown cursor'],
    ['GET', `/api/collections/${id}/papers?analysis=a_x`, undefined, 404, 'unknown analysis: a_x'],
    ['GET', `/api/collections/${id}/papers?sort=relevance`, undefined, 400, 'sort: relevance: there is no query'],
    ['GET', `/api/collections/${id}/papers?query=colour:red`, undefined, 400, 'unknown field: colour'],
    ['GET', `/api/collections/${id}/papers?query=year:soon`, undefined, 400, 'unknown year: soon'],
    ['GET', `/api/collections/${id}/papers?query=topic:1`, undefined, 400, 'topic without an analysis: 1'],
    ['GET', `/api/collections/${id}/papers?query=x&words=apart`, undefined, 400, 'words: apart'],
    ['GET', `/api/collections/${id}/papers?query=x&cursor=WyJuZXdlc3QiLDEsImEiXQ`, undefined, 400, 'unknown cursor'],
    ['GET', '/api/analyses/a_x/contrast?a=1&limit=0', undefined, 400, 'limit: 0'],
    ['POST', '/api/analyses/a_x/contrast', { a: { ids: [] } }, 400, 'a: '],
    ['GET', `/api/collections/${id}/trends`, undefined, 400, 'query'],
    ['GET', `/api/collections/${id}/trends?query=x&bin=decade`, undefined, 400, 'bin: decade'],
    ['POST', '/api/collections', {}, 400, 'name: '],
    ['POST', '/api/collections', { name: '   ' }, 400, 'name: '],
    ['POST', '/api/collections', { name: 7 }, 400, 'name: 7: '],
    ['POST', `/api/collections/${id}/analyses`, { topics: 0 }, 400, 'topics: 0: '],
    ['POST', `/api/collections/${id}/analyses`, { seed: 'x' }, 400, 'seed: x: '],
    ['POST', `/api/collections/${id}/imports?asOf=2024-1-1`, 'x', 400, 'asOf: 2024-1-1: '],
    ['GET', '/api/analyses/a_x/topics/one', undefined, 400, 'topicId: one: '],
    ['GET', '/api/analyses/a_x/report?format=pdf', undefined, 400, 'format: pdf: '],
    ['GET', '/api/collection', undefined, 404, 'unknown path: /api/collection'],
    ['GET', '/api', undefined, 404, 'unknown path: /api'],
    ['PUT', `/api/collections/${id}`, {}, 405, 'unknown method for'],
    ['DELETE', '/healthz', undefined, 405, 'unknown method for /healthz: DELETE'],
    ['POST', '/somewhere', {}, 404, 'unknown path: /somewhere'],
  ]
  for (const [method, path, body, status, message] of table) {
    const response = await api.request(method, path, body)
    const label = `${method} ${path}`
    expect(response.status, label).toBe(status)
    expect(ErrorBody.strict().parse(await response.json()).error.message, label).toContain(message)
  }
  const wrongMethod = await api.request('PUT', `/api/collections/${id}`, {})
  expect(wrongMethod.headers.get('allow')).toBe('GET, PATCH, DELETE')
})

test('a body that is no JSON, or not said to be, is refused', async () => {
  const api = await openTestApi()
  const json = { 'content-type': 'application/json' }
  expect((await api.request('POST', '/api/collections', '{"name":', json)).status).toBe(400)
  const plain = await api.request('POST', '/api/collections', '{"name":"x"}', { 'content-type': 'text/plain' })
  expect(plain.status).toBe(415)
  expect(ErrorBody.strict().parse(await plain.json()).error.code).toBe('unsupported-format')
})

test('an error that is ours is told to the log and not to the caller', async () => {
  const told: unknown[] = []
  const api = await openTestApi({ onError: (_what, error) => told.push(error) })
  await api.store.database.write((session) => session.run('DROP TABLE imports'))
  const { id } = await api.json('POST', '/api/collections', { name: 'x' })
  const response = await api.request('GET', `/api/collections/${id}`)
  expect(response.status).toBe(500)
  expect(JSON.stringify(await response.json())).not.toContain('imports')
  expect(String(told[0])).toContain('imports')
})

test('a database that does not answer is 503 on the health check', async () => {
  const api = await openTestApi()
  expect(await api.json('GET', '/healthz')).toEqual({ ok: true, version: '1.2.3' })
  await api.close()
  const response = await api.request('GET', '/healthz')
  expect(response.status).toBe(503)
  expect(response.headers.get('retry-after')).toBe('5')
  expect(await response.json()).toEqual({ error: { code: 'unavailable', message: 'the database is closed' } })
})
