import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Backend } from './cli/backend/backend.ts'
import { localBackend } from './cli/backend/local-backend.ts'
import { openRemoteBackend } from './cli/backend/remote-backend.ts'
import type { CliContext } from './cli/context.ts'
import { errorLines } from './cli/print/error-lines.ts'
import type { Services } from './cli/process/serve-app.ts'
import { runCommandLine } from './cli/program.ts'
import { hostNames, readVersion, type Settings } from './config.ts'
import type { Engine } from './engine/engine.ts'
import { createLocalEngine } from './engine/local/local-engine.ts'
import { acquireLock, readLock, type Lock, type LockInfo } from './store/lock.ts'

const CHILD_HEAP_MB = 2048
const DATABASE_MB = 1024
const WAIT_FOR_COMMAND_MS = 5000

const version = readVersion()
const clientDir = fileURLToPath(new URL('../client', import.meta.url))

/** What is outside the command: its words' surroundings, its streams, and the signal that ends it. */
export type Outside = Pick<CliContext, 'env' | 'cwd' | 'stdin' | 'stdout' | 'stderr' | 'interactive' | 'signal'>

/** Says faults of ours that no request carries to a person. */
type Tell = (what: string, error: unknown) => void

/**
 * Runs one `tidemap` command line, and is the only place that puts the rooms together. Returns the exit code: 0 done,
 * 1 failed, 2 wrong usage; rejects with the signal's reason when that ended it.
 */
export async function runTidemap(words: readonly string[], outside: Outside): Promise<number> {
  const { signal, stderr } = outside
  const tell: Tell = (what, error) =>
    void stderr.write(errorLines(new Error(`${what}: ${error instanceof Error ? error.message : String(error)}`)))
  return runCommandLine(words, {
    ...outside,
    version,
    createEngine,
    openBackend: (settings) => openBackend(settings, signal, tell),
    serve: (settings, onListening) => serve(settings, onListening, signal, tell),
  })
}

function createEngine({ memoryMb }: Settings): Engine {
  return createLocalEngine({ version, heapMb: memoryMb })
}

/** The stored collections: through the server that runs on the data folder, else opened in this process. */
async function openBackend(settings: Settings, signal: AbortSignal, tell: Tell): Promise<Backend> {
  const path = join(settings.dataDir, 'lock.json')
  const holder = await waitForCommand(path, signal)
  if (holder?.address) return openRemoteBackend({ ...holder, address: holder.address }, settings.dataDir)
  const lock = acquireLock(path)
  try {
    const services = await openServices(settings, lock, false, tell)
    return localBackend(services, async () => {
      await services.close()
      lock.release()
    })
  } catch (error) {
    lock.release()
    throw error
  }
}

/** Who holds a data folder; another command, which has no address, gets a while to end. */
async function waitForCommand(path: string, signal: AbortSignal): Promise<LockInfo | null> {
  for (const until = Date.now() + WAIT_FOR_COMMAND_MS; ;) {
    const holder = readLock(path)
    if (holder === null || holder.address !== null || Date.now() > until) return holder
    await sleep(100)
    signal.throwIfAborted()
  }
}

async function serve(
  settings: Settings,
  onListening: (address: string) => void,
  signal: AbortSignal,
  tell: Tell,
): Promise<void> {
  const { serveApp } = await import('./cli/process/serve-app.ts')
  const { dataDir, host, port, token } = settings
  const lock = acquireLock(join(dataDir, 'lock.json'), { token: token ?? undefined })
  try {
    await serveApp({
      host,
      port,
      signal,
      open: () => openServices(settings, lock, true, tell),
      onReady(address) {
        lock.setAddress(address)
        onListening(token === null ? address : `${address}/?token=${encodeURIComponent(token)}`)
      },
    })
  } finally {
    lock.release()
  }
}

/** The rooms behind the API, opened: for everyone who reaches the server, or for this command alone. */
async function openServices(settings: Settings, lock: Lock, forServer: boolean, tell: Tell): Promise<Services> {
  // Loaded late: most commands need none of it.
  const [{ openStore }, { openJobs }, { createApp }] = await Promise.all([
    import('./store/store.ts'),
    import('./jobs/jobs.ts'),
    import('./api/app.ts'),
  ])
  const { dataDir, threads, memoryMb, host, token, allowedHosts, bodyLimitMb } = settings
  const heapMb = Math.min(CHILD_HEAP_MB, memoryMb)
  const store = await openStore(dataDir, { memoryMb: Math.min(DATABASE_MB, memoryMb) })
  try {
    const jobs = await openJobs({
      store,
      engine: createEngine(settings),
      threads,
      heapMb,
      ahead: forServer,
      onError: tell,
    })
    const app = createApp({
      store,
      jobs,
      version,
      access: {
        token: lock.token,
        tokenForAll: forServer && token !== null,
        allowedHosts: [...hostNames(host), ...allowedHosts],
      },
      bodyLimitBytes: forServer ? bodyLimitMb * 2 ** 20 : null,
      clientDir: forServer && existsSync(join(clientDir, 'index.html')) ? clientDir : null,
      reportHeapMb: heapMb,
      onError: tell,
    })
    return {
      fetch: (request) => app.fetch(request),
      async close() {
        await jobs.close()
        await store.close()
      },
    }
  } catch (error) {
    await store.close()
    throw error
  }
}
