import type { Backend } from './backend.ts'

const ORIGIN = 'http://127.0.0.1'

/** An API in this process, called without a socket. */
export function localBackend(
  app: { fetch(request: Request): Response | Promise<Response> },
  close: () => Promise<void>,
): Backend {
  return {
    async fetch(path, init = {}) {
      const headers = new Headers(init.headers)
      // What a browser on this machine would send; nothing from outside can reach this app.
      headers.set('host', '127.0.0.1')
      headers.set('sec-fetch-site', 'none')
      return app.fetch(new Request(new URL(path, ORIGIN), { ...init, headers }))
    },
    close,
  }
}
