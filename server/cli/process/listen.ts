import { createAdaptorServer } from '@hono/node-server'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { TidemapError } from '../../../shared/error.ts'

const PROBE_MS = 2000

export interface Listening {
  port: number
  /** Takes no more requests; `done` runs between that and the end of the connections that are open. */
  close(done: () => Promise<void>): Promise<void>
}

/**
 * Listens for HTTP. Throws `conflict` where the port is taken, naming who has it and the next step, and `bad-request` where
 * this machine has no such address.
 */
export async function listen(
  host: string,
  port: number,
  fetch: (request: Request) => Response | Promise<Response>,
): Promise<Listening> {
  const server = createAdaptorServer({ fetch }) as Server
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, unbracketed(host), resolve)
  }).catch(async (error: NodeJS.ErrnoException) => {
    throw await refusal(error, host, port)
  })
  return {
    port: (server.address() as AddressInfo).port,
    async close(done) {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeIdleConnections()
      await done()
      server.closeAllConnections()
      await closed
    },
  }
}

/** `http://127.0.0.1:4680`: where this machine reaches a server, also one that listens on all its addresses. */
export function addressOf(host: string, port: number): string {
  const name = unbracketed(host)
  if (name === '0.0.0.0' || name === '::') return `http://127.0.0.1:${port}`
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}

function unbracketed(host: string): string {
  return host.replace(/^\[(.*)\]$/, '$1')
}

async function refusal(error: NodeJS.ErrnoException, host: string, port: number): Promise<Error> {
  const details = { cause: error }
  switch (error.code ?? '') {
    case 'EADDRINUSE': {
      const address = addressOf(host, port)
      const who = (await isTidemap(address)) ? `a Tidemap with other data runs at ${address}` : 'another program has it'
      const next = port < 65535 ? port + 1 : port - 1
      return new TidemapError('conflict', `port is taken: ${port}`, {
        ...details,
        hint: `${who}; choose another port with --port ${next}`,
      })
    }
    case 'EACCES':
      return new TidemapError('forbidden', `not permitted to listen on port ${port}`, {
        ...details,
        hint: 'choose a port from 1024 on',
      })
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new TidemapError('bad-request', `no such address on this machine: ${host}`, {
        ...details,
        hint: 'leave out --host to listen on 127.0.0.1',
      })
    default:
      return error
  }
}

async function isTidemap(address: string): Promise<boolean> {
  try {
    const response = await fetch(new URL('/healthz', address), { signal: AbortSignal.timeout(PROBE_MS) })
    const body = (await response.json()) as { version?: unknown }
    return typeof body.version === 'string'
  } catch {
    return false
  }
}
