import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleFile, tidemap, tidemapJson } from '../../support/command.ts'
import { readLock, startServer, type TestServer } from '../../support/server.ts'
import { makeFolder, tempFolder } from '../../support/temp-folder.ts'

describe('beside a running server', { timeout: 60_000 }, () => {
  const folder = makeFolder()
  let server: TestServer
  beforeAll(async () => void (server = await startServer(folder.path)), 120_000)
  afterAll(async () => {
    await server?.stop()
    folder.remove()
  })

  it('a command goes through it', async () => {
    const words = ['import', sampleFile, '--collection', 'Daily Papers', '--data', folder.path]
    expect(await tidemapJson(words)).toMatchObject({ papers: 39 })
    const response = await fetch(`${server.address}/api/collections`)
    expect(await response.json()).toMatchObject({ items: [{ name: 'Daily Papers', papers: 39 }] })
  })

  it('its port is taken for others, who learn who has it', async () => {
    const { port } = new URL(server.address)
    const { code, stderr } = await tidemap(['serve', '--port', port, '--data', tempFolder()])
    expect(code).toBe(1)
    expect(stderr).toContain(`port is taken: ${port}\n`)
    expect(stderr).toContain(`a Tidemap with other data runs at ${server.address}`)
    expect(stderr).toContain(`--port ${Number(port) + 1}`)
  })

  it('a lock whose server does not answer names process and address', async () => {
    const data = tempFolder()
    // Our own process lives, and nobody listens there.
    const address = 'http://127.0.0.1:9'
    writeFileSync(join(data, 'lock.json'), JSON.stringify({ ...readLock(folder.path), address }))
    const { code, stderr } = await tidemap(['collections', '--data', data])
    expect(code).toBe(1)
    expect(stderr).toContain(`no answer from Tidemap at ${address} (process ${server.process.pid})`)
  })
})

it('stops in order when it is asked to', { timeout: 60_000 }, async () => {
  const server = await startServer(tempFolder())
  await server.stop()
  expect([server.process.exitCode, server.stderr()]).toEqual([0, ''])
})
