import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'

/** A `tidemap serve` that answers. */
export interface StartedServer {
  /** `http://127.0.0.1:12345` */
  address: string
  /** From the start of the process to its first answer. */
  startMs: number
  /** Most resident bytes of it and of its children by now, each at its own most; null where there is no /proc. */
  peakBytes(): number | null
  /** Milliseconds that processors have worked for it and for its children of now; null where there is no /proc. */
  cpuMs(): number | null
  /** The bytes as they are now. */
  residentBytes(): number | null
  stop(): Promise<void>
}

/** Starts the built command on a free port of the loopback. Throws where it ends instead. */
export async function startServer(tidemap: string, dataDir: string): Promise<StartedServer> {
  const since = performance.now()
  const words = [tidemap, 'serve', '--port', '0', '--host', '127.0.0.1', '--data', dataDir, '--json']
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] })
  const address = await addressOf(child)
  const health = await fetch(`${address}/healthz`)
  if (!health.ok) throw new Error(`the server is not healthy: ${await health.text()}`)
  let tree: number[] | null = null
  return {
    address,
    startMs: performance.now() - since,
    peakBytes: () => treeBytes(child.pid!, 'VmHWM'),
    residentBytes: () => treeBytes(child.pid!, 'VmRSS'),
    cpuMs: () => cpuMs((tree ??= treeOf(child.pid!))),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

/** What it prints as JSON once it listens, over several lines. */
async function addressOf(child: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: child.stdout! })) {
    const address = /"address": "([^"]+)"/.exec(line)?.[1]
    if (address === undefined) continue
    child.stdout!.resume()
    return address
  }
  throw new Error(`tidemap serve ended before it listened: exit code ${child.exitCode}`)
}

/** The process and all its descendants. */
function treeOf(pid: number): number[] {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), Number(statusOf(Number(name), /^PPid:\s+(\d+)$/m) ?? -1)] as const),
  )
  const belongs = (one: number): boolean => one === pid || (parents.has(one) && belongs(parents.get(one)!))
  return [...parents.keys()].filter(belongs)
}

function treeBytes(pid: number, field: 'VmHWM' | 'VmRSS'): number | null {
  try {
    const kilobytes = treeOf(pid).map((one) => Number(statusOf(one, new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm')) ?? 0))
    return kilobytes.reduce((sum, one) => sum + one, 0) * 1024
  } catch {
    return null
  }
}

/** Milliseconds that processors worked for some processes, all threads together; null where there is no /proc. */
function cpuMs(pids: readonly number[]): number | null {
  try {
    let nanoseconds = 0
    for (const pid of pids) {
      for (const thread of readdirSync(`/proc/${pid}/task`)) {
        nanoseconds += Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0])
      }
    }
    return nanoseconds / 1e6
  } catch {
    return null
  }
}

/** Null of a process that has ended meanwhile. */
function statusOf(pid: number, pattern: RegExp): string | null {
  try {
    return pattern.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? null
  } catch {
    return null
  }
}
