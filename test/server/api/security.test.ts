import { expect, test } from 'vitest'
import { openTestApi, TEST_TOKEN } from '../../support/test-api.ts'
import { createApp } from '../../../server/api/app.ts'
import type { Access } from '../../../server/api/access.ts'

const MUTATIONS = [
  ['POST', '/api/collections'],
  ['PATCH', '/api/collections/c_x'],
  ['DELETE', '/api/collections/c_x'],
  ['POST', '/api/collections/c_x/imports'],
  ['POST', '/api/collections/c_x/analyses'],
  ['DELETE', '/api/jobs/j_x'],
] as const

async function open(access: Partial<Access> = {}) {
  const api = await openTestApi()
  const all = { allowedHosts: ['tide.example'], token: TEST_TOKEN, tokenForAll: false, ...access }
  const { store, jobs } = api
  const app = createApp({ store, jobs, version: '1', access: all, bodyLimitBytes: null, clientDir: null })
  return async (method: string, url: string, headers: Record<string, string>, body?: string) => {
    const response = await app.request(url, { method, headers, ...(body === undefined ? {} : { body }) })
    return { status: response.status, headers: response.headers, text: await response.text() }
  }
}

test('only known hosts are answered, in the Host header and in the URL', async () => {
  const send = await open()
  const table: [string, string, number][] = [
    ['http://localhost/healthz', 'localhost', 200],
    ['http://127.0.0.1:4680/healthz', '127.0.0.1:4680', 200],
    ['http://[::1]:4680/healthz', '[::1]:4680', 200],
    ['http://localhost/healthz', 'LOCALHOST:80', 200],
    ['http://tide.example/healthz', 'tide.example', 200],
    ['http://localhost/healthz', 'evil.example', 403],
    ['http://evil.example/healthz', 'localhost', 403],
    ['http://localhost/healthz', 'localhost.evil.example', 403],
    ['http://localhost/healthz', 'localhost@evil.example', 403],
    ['http://localhost/healthz', 'evil.example#localhost', 403],
    ['http://localhost/healthz', '', 403],
    ['http://localhost/', 'evil.example', 403],
    ['http://localhost/api/nothing', '192.168.1.1', 403],
  ]
  for (const [url, host, status] of table)
    expect((await send('GET', url, { host })).status, `${url} ${host}`).toBe(status)
})

test('what changes something must come from our own page or carry the token', async () => {
  const send = await open()
  const host = 'localhost:4680'
  const table: [Record<string, string>, boolean][] = [
    [{ 'sec-fetch-site': 'same-origin' }, true],
    [{ 'sec-fetch-site': 'none' }, true],
    [{ origin: 'http://localhost:4680' }, true],
    [{ authorization: `Bearer ${TEST_TOKEN}` }, true],
    [{ authorization: `Bearer ${TEST_TOKEN}`, 'sec-fetch-site': 'cross-site' }, true],
    [{}, false],
    [{ 'sec-fetch-site': 'cross-site' }, false],
    [{ 'sec-fetch-site': 'same-site' }, false],
    [{ 'sec-fetch-site': 'cross-site', origin: 'http://localhost:4680' }, false],
    [{ origin: 'http://localhost:3000' }, false],
    [{ origin: 'null' }, false],
    [{ origin: 'http://evil.example' }, false],
    [{ 'content-type': 'text/plain' }, false],
    [{ 'content-type': 'application/octet-stream', 'sec-fetch-site': 'cross-site' }, false],
    [{ 'content-type': 'application/json', origin: 'https://evil.example' }, false],
  ]
  for (const [method, path] of MUTATIONS) {
    for (const [headers, passes] of table) {
      const { status, text } = await send(method, `http://localhost${path}`, { host, ...headers }, 'x')
      const label = `${method} ${path} ${JSON.stringify(headers)}`
      if (passes) expect(status, label).not.toBe(403)
      else {
        expect(status, label).toBe(403)
        expect(JSON.parse(text).error, label).toMatchObject({
          code: 'forbidden',
          hint: expect.stringContaining('Bearer'),
        })
      }
    }
  }
  const wrong = await send('POST', 'http://localhost/api/collections', { host, authorization: 'Bearer wrong' }, '{}')
  expect(wrong.status).toBe(401)
  expect((await send('GET', 'http://localhost/api/collections', { host, 'sec-fetch-site': 'cross-site' })).status).toBe(
    200,
  )
})

test('with a token for all, reading needs it too: as a bearer or as the cookie of the printed address', async () => {
  const send = await open({ tokenForAll: true })
  const host = 'localhost'
  expect((await send('GET', 'http://localhost/api/collections', { host })).status).toBe(401)
  expect(
    (await send('GET', 'http://localhost/api/collections', { host, authorization: `Bearer ${TEST_TOKEN}` })).status,
  ).toBe(200)
  expect((await send('GET', 'http://localhost/healthz', { host })).status).toBe(200)
  const wrong = await send('GET', 'http://localhost/?token=nope', { host })
  expect(wrong.headers.get('set-cookie')).toBeNull()
  const login = await send('GET', `http://localhost/?token=${TEST_TOKEN}`, { host })
  expect([login.status, login.headers.get('location')]).toEqual([303, '/'])
  const cookie = login.headers.get('set-cookie')!
  expect(cookie).toMatch(/HttpOnly; SameSite=Strict/)
  const withCookie = { host, cookie: cookie.split(';')[0] }
  expect((await send('GET', 'http://localhost/api/collections', withCookie)).status).toBe(200)
  const foreign = { ...withCookie, 'sec-fetch-site': 'cross-site', 'content-type': 'application/json' }
  expect((await send('POST', 'http://localhost/api/collections', foreign, '{"name":"x"}')).status).toBe(403)
})

test('every answer carries the security headers', async () => {
  const send = await open()
  for (const path of ['/healthz', '/api/collections', '/api/docs', '/api/nothing', '/nothing']) {
    const { headers } = await send('GET', `http://localhost${path}`, { host: 'localhost' })
    expect(headers.get('content-security-policy'), path).toContain("script-src 'self'")
    expect(headers.get('content-security-policy'), path).toContain("require-trusted-types-for 'script'")
    expect(headers.get('content-security-policy'), path).not.toMatch(/script-src[^;]*unsafe/)
    expect(headers.get('x-content-type-options'), path).toBe('nosniff')
    expect(headers.get('cross-origin-resource-policy'), path).toBe('same-origin')
    expect(headers.get('access-control-allow-origin'), path).toBeNull()
  }
})
