import { OpenAPIHono } from '@hono/zod-openapi'
import { TidemapError } from '../../shared/error.ts'

/** An empty app for one resource: a request that does not fit its schema is answered `bad-request` with the parameter and its value. */
export function subApp() {
  return new OpenAPIHono({
    defaultHook: (result) => {
      if (result.success) return
      const issue = result.error.issues[0]
      const name = issue.path.join('.') || result.target
      throw new TidemapError('bad-request', `${name}: ${issue.message}`)
    },
  })
}
