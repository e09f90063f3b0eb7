import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openTestApi } from '../../support/test-api.ts'
import { tempFolder } from '../../support/temp-folder.ts'

async function open() {
  const root = tempFolder()
  const clientDir = join(root, 'client')
  mkdirSync(join(clientDir, 'assets'), { recursive: true })
  writeFileSync(join(root, 'secret.txt'), 'secret')
  writeFileSync(join(clientDir, 'index.html'), '<!doctype html><title>Tidemap</title>')
  writeFileSync(join(clientDir, 'favicon.svg'), '<svg/>')
  writeFileSync(join(clientDir, 'assets/main-3f9c.js'), 'let x')
  return openTestApi({ clientDir })
}

test('serves the dashboard with types and caching that fit', async () => {
  const api = await open()
  const table: [string, number, string, string][] = [
    ['/', 200, 'text/html; charset=UTF-8', 'no-cache'],
    ['/index.html', 200, 'text/html; charset=utf-8', 'no-cache'],
    ['/collections/c_1/explore?topic=3', 200, 'text/html; charset=UTF-8', 'no-cache'],
    ['/assets/main-3f9c.js', 200, 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
    ['/favicon.svg', 200, 'image/svg+xml', 'no-cache'],
    ['/assets/gone.js', 404, 'application/json', 'no-cache'],
    ['/favicon.ico', 404, 'application/json', 'no-cache'],
  ]
  for (const [path, status, type, caching] of table) {
    for (const method of ['GET', 'HEAD']) {
      const response = await api.request(method, path)
      expect([response.status, response.headers.get('content-type')], path).toEqual([status, type])
      expect(response.headers.get('cache-control'), path).toBe(caching)
      const body = await response.text()
      if (method === 'HEAD') expect(body, path).toBe('')
    }
  }
})

test('no path leads out of the folder', async () => {
  const api = await open()
  for (const path of [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/%00',
    '/%ff',
  ]) {
    const response = await api.request('GET', path)
    expect(await response.text(), path).not.toContain('secret"')
    expect([200, 404], path).toContain(response.status)
    if (response.status === 200) expect(response.headers.get('content-type')).toContain('text/html')
  }
})

test('a dashboard that is not built is said to be so', async () => {
  const api = await openTestApi({ clientDir: join(tempFolder(), 'none') })
  const response = await api.request('GET', '/')
  expect(response.status).toBe(404)
  expect(await response.json()).toMatchObject({ error: { message: 'dashboard is not built' } })
})
