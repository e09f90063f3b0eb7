import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { prepare } from '../../server/bin/prepare.mjs'
import { commandEnv } from './command.ts'
import { projectRoot } from './project.ts'

const START_DEADLINE_MS = 60_000

/** A `tidemap serve` process of a test. */
export interface TestServer {
  /** `http://127.0.0.1:12345`, without a slash at its end. */
  address: string
  process: ChildProcess
  /** What it wrote to stderr so far. */
  stderr: () => string
  /** Asks it to stop and waits until it is gone. */
  stop: () => Promise<void>
  /** kill −9, and waits until it is gone. */
  kill: () => Promise<void>
}

/** Starts the built server on a free port of the loopback and waits until it is healthy. */
export async function startServer(dataDir: string, words: readonly string[] = []): Promise<TestServer> {
  await prepare()
  const port = await freePort()
  const main = join(projectRoot, 'dist/server/main.js')
  const all = [main, 'serve', '--port', String(port), '--data', dataDir, ...words]
  const child = spawn(process.execPath, all, { cwd: projectRoot, env: commandEnv(), stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  child.stdout.resume()
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (said += chunk))
  const address = `http://127.0.0.1:${port}`
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill(signal)
    await once(child, 'exit')
  }
  const server = { address, process: child, stderr: () => said, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') }
  const deadline = Date.now() + START_DEADLINE_MS
  while (!(await isHealthy(address))) {
    if (child.exitCode !== null) throw new Error(`serve ended with ${child.exitCode}: ${said}`)
    if (Date.now() > deadline) {
      await server.kill()
      throw new Error(`serve did not answer at ${address}: ${said}`)
    }
    await sleep(50)
  }
  return server
}

/** A port of the loopback that nobody listens on just now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** The process that holds a data folder. */
export function readLock(dataDir: string): { pid: number; address: string | null; token: string } {
  return JSON.parse(readFileSync(join(dataDir, 'lock.json'), 'utf8')) as ReturnType<typeof readLock>
}

async function isHealthy(address: string): Promise<boolean> {
  try {
    return (await fetch(`${address}/healthz`)).ok
  } catch {
    return false
  }
}
