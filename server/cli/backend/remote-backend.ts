import { TidemapError } from '../../../shared/error.ts'
import type { Backend } from './backend.ts'

const PROBE_MS = 5000

/** A server that runs on the data folder, as its lock file tells of it. */
export interface RunningServer {
  pid: number
  /** Where it listens, such as `http://127.0.0.1:4680`. */
  address: string
  token: string | null
}

/** The API of a running server, over HTTP. Throws `unavailable` where it does not answer. */
export async function openRemoteBackend(server: RunningServer, dataDir: string): Promise<Backend> {
  const get = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers)
    if (server.token !== null) headers.set('authorization', `Bearer ${server.token}`)
    try {
      return await fetch(new URL(path, server.address), { ...init, headers, redirect: 'error' })
    } catch (cause) {
      if (init.signal?.aborted === true && init.signal.reason !== cause && !isTimeout(cause)) throw init.signal.reason
      throw new TidemapError('unavailable', `no answer from Tidemap at ${server.address} (process ${server.pid})`, {
        hint: `it holds ${dataDir}: stop process ${server.pid} and try again`,
        cause,
      })
    }
  }
  await get('/healthz', { signal: AbortSignal.timeout(PROBE_MS) })
  return { fetch: get, close: async () => {} }
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.name === 'TimeoutError'
}
