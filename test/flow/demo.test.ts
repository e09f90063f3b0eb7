import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import type { Collection } from '../../shared/collection.ts'
import { call } from '../support/api.ts'
import { commandEnv } from '../support/command.ts'
import { projectRoot } from '../support/project.ts'
import { freePort, readLock } from '../support/server.ts'
import { tempFolder } from '../support/temp-folder.ts'

const READY_DEADLINE_MS = 120_000

it(
  'npm run demo: the sample once, nothing lost, and a clear word when it cannot start',
  { timeout: 240_000 },
  async () => {
    const data = tempFolder()
    const port = await freePort()
    const address = `http://127.0.0.1:${port}`

    const first = demo(port, data)
    try {
      await isServed(first, address)
      expect(first.said()).toContain(address)
      const caller = { address, token: readLock(data).token }
      const { items } = await call<{ items: Collection[] }>(caller, 'GET', '/api/collections')
      expect(items).toMatchObject([{ name: 'Daily Papers', papers: 39, analysis: { stale: false }, jobId: null }])
      await call(caller, 'PATCH', `/api/collections/${items[0].id}`, { name: 'Mine now' })

      const again = demo(port, data)
      expect(await again.end()).toBe(0)
      expect(again.said()).toContain(`already runs at ${address} (process ${first.child.pid})`)
      expect(again.said()).toContain(`kill ${first.child.pid}`)

      const elsewhere = demo(port, tempFolder())
      expect(await elsewhere.end()).toBe(1)
      expect(elsewhere.said()).toContain(`port ${port} is taken`)
      expect(elsewhere.said()).toContain(`npm run demo -- --port ${port + 1}`)
    } finally {
      first.child.kill()
      await first.end()
    }

    const second = demo(port, data)
    try {
      await isServed(second, address)
      const caller = { address, token: readLock(data).token }
      const { items } = await call<{ items: Collection[] }>(caller, 'GET', '/api/collections')
      expect(items.map(({ name }) => name)).toEqual(['Mine now'])
      expect(second.said()).not.toContain('importing')
    } finally {
      second.child.kill()
      await second.end()
    }
  },
)

interface Demo {
  child: ChildProcess
  said: () => string
  end: () => Promise<number | null>
}

function demo(port: number, data: string): Demo {
  const words = [join(projectRoot, 'server/bin/demo.mjs'), '--port', String(port), '--data', data]
  const child = spawn(process.execPath, words, { env: commandEnv(), stdio: ['ignore', 'pipe', 'pipe'] })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
  }
  const ended = once(child, 'close')
  return { child, said: () => text, end: () => ended.then(() => child.exitCode) }
}

async function isServed({ child, said }: Demo, address: string): Promise<void> {
  for (const deadline = Date.now() + READY_DEADLINE_MS; Date.now() < deadline; await sleep(100)) {
    if (child.exitCode !== null) throw new Error(`the demo ended with ${child.exitCode}: ${said()}`)
    try {
      if ((await fetch(`${address}/healthz`)).ok && said().includes(address)) return
    } catch {
      // Not yet.
    }
  }
  throw new Error(`the demo does not answer at ${address}: ${said()}`)
}
