import { gzipSync } from 'node:zlib'
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CollectionDetail } from '../../shared/collection.ts'
import { call, refusal, type Caller } from '../support/api.ts'
import { readLock, startServer, type TestServer } from '../support/server.ts'
import { makeFolder } from '../support/temp-folder.ts'

describe('what the server refuses', () => {
  const folder = makeFolder()
  let server: TestServer
  let caller: Caller
  let collectionId: string

  beforeAll(async () => {
    server = await startServer(folder.path)
    caller = { address: server.address, token: readLock(folder.path).token }
    collectionId = (await call<{ id: string }>(caller, 'POST', '/api/collections', { name: 'Empty' })).id
  }, 120_000)
  afterAll(async () => {
    await server?.stop()
    folder.remove()
  })

  it.each<[string, string, string | Uint8Array, number | undefined]>([
    ['an empty file', 'empty.txt', '', undefined],
    ['a binary file', 'picture.bin', Uint8Array.from({ length: 4000 }, (_, i) => (i * 7) % 256), undefined],
    [
      'a web page that is no Daily Papers page',
      'a.html',
      '<!doctype html><html><body><p>Hello</p></body></html>',
      undefined,
    ],
    ['a truncated line of JSON', 'a.jsonl', '{"title":"One","abstract":"words"}\n{"title":"Tw', 2],
    [
      'bytes that are no UTF-8',
      'a.csv',
      new Uint8Array([...Buffer.from('title,abstract\nCaf'), 0xe9, 0x0a]),
      undefined,
    ],
    ['a table without a title', 'a.csv', 'colour,size\nred,3\nblue,4\n', undefined],
    ['a table without a row', 'a.csv', 'title,abstract\n', undefined],
    ['papers without a title', 'a.jsonl', '{"abstract":"words"}\n{"abstract":"more words"}\n', undefined],
    ['a broken gz', 'a.jsonl.gz', gzipSync('{"title":"One"}\n').subarray(0, 20), undefined],
  ])('%s: 4xx with a reason, and nothing is stored', async (_name, filename, body, line) => {
    const path = `/api/collections/${collectionId}/imports?filename=${filename}`
    const refused = await refusal(caller, 'POST', path, body)
    expect(refused.status).toBeGreaterThanOrEqual(400)
    expect(refused.status).toBeLessThan(500)
    expect(refused.message).toMatch(/\S/)
    if (line !== undefined) expect(refused.line).toBe(line)
    const detail = await call<CollectionDetail>(caller, 'GET', `/api/collections/${collectionId}`)
    expect(detail).toMatchObject({ papers: 0, imports: [] })
  })

  it.each([
    ['GET', '/api/no-such-thing', undefined, 404],
    ['GET', '/api/collections/nope', undefined, 404],
    ['GET', '/api/analyses/nope/map', undefined, 404],
    ['GET', '/api/jobs/nope', undefined, 404],
    ['POST', '/api/collections', { name: '' }, 400],
    ['POST', '/api/collections', '{"name":', 400],
    ['GET', '/api/collections?limit=501', undefined, 400],
  ])('%s %s %j answers %d in the one shape', async (method, path, body, status) => {
    const response = await fetch(`${server.address}${path}`, {
      method,
      headers: { authorization: `Bearer ${caller.token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({ error: { code: expect.any(String), message: expect.any(String) } })
  })

  it('an analysis of papers without a usable word, with the way out', async () => {
    const { id } = await call<{ id: string }>(caller, 'POST', '/api/collections', { name: 'No words' })
    const lines = '{"title":"The of and"}\n{"title":"1 2 3"}\n'
    await call(caller, 'POST', `/api/collections/${id}/imports?filename=a.jsonl`, lines)
    for (const topics of ['auto', 'more', 50]) {
      const refused = await refusal(caller, 'POST', `/api/collections/${id}/analyses`, { topics })
      expect(refused).toMatchObject({ status: 422, code: 'unprocessable', message: 'no usable term in 2 papers' })
      expect(refused.hint).toMatch(/words/)
    }
    const wrong = await refusal(caller, 'POST', `/api/collections/${id}/analyses`, { topics: 'many' })
    expect(wrong.status).toBe(400)
  })

  it('a write that another site started', async () => {
    const attempt = (headers: Record<string, string>) =>
      fetch(`${server.address}/api/collections`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ name: `from ${JSON.stringify(headers)}` }),
      })
    expect((await attempt({ 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await attempt({ origin: 'http://evil.example' })).status).toBe(403)
    expect((await attempt({})).status).toBe(403)
    expect((await attempt({ authorization: 'Bearer wrong' })).status).toBeGreaterThanOrEqual(401)
    expect((await attempt({ 'sec-fetch-site': 'same-origin', origin: server.address })).status).toBe(201)
  })

  it('a name of the host that is not ours (DNS rebinding)', async () => {
    const { port } = new URL(server.address)
    const status = await new Promise((resolve, reject) => {
      request(
        { host: '127.0.0.1', port, path: '/api/collections', headers: { host: `evil.example:${port}` } },
        (answer) => {
          answer.resume()
          resolve(answer.statusCode)
        },
      )
        .on('error', reject)
        .end()
    })
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
  })

  it('scripts of others, by its security policy', async () => {
    const policy = (await fetch(server.address)).headers.get('content-security-policy') ?? ''
    expect(policy).toContain("script-src 'self'")
    expect(policy).not.toMatch(/script-src[^;]*(unsafe|\*|https?:)/)
    expect(policy).toContain("frame-ancestors 'none'")
  })
})
