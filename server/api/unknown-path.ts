import type { NotFoundHandler } from 'hono'
import { TidemapError } from '../../shared/error.ts'
import { clientFile } from './client-files.ts'

/** What no route took: a wrong method or an unknown path of the API, else a file of the dashboard. */
export function unknownPath(
  app: { routes: readonly { method: string; path: string }[] },
  clientDir: string | null,
): NotFoundHandler {
  const routes = app.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => ({ method, pattern: new RegExp(`^${path.replaceAll(/:[^/]+/g, '[^/]+')}/?$`) }))

  return (c) => {
    const { method, path } = c.req
    const allowed = [...new Set(routes.filter(({ pattern }) => pattern.test(path)).map((route) => route.method))]
    if (allowed.length > 0) {
      c.header('allow', allowed.join(', '))
      throw new TidemapError('method-not-allowed', `unknown method for ${path}: ${method}`, {
        hint: `use ${allowed.join(' or ')}`,
      })
    }
    const isRead = method === 'GET' || method === 'HEAD'
    if (path === '/api' || path.startsWith('/api/') || clientDir === null || !isRead) {
      throw new TidemapError('not-found', `unknown path: ${path}`, { hint: '/api/docs lists what there is' })
    }
    return clientFile(c, clientDir)
  }
}
