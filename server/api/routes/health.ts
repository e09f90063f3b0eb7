import { createRoute } from '@hono/zod-openapi'
import { errors, json } from '../answers.ts'
import type { ApiDeps } from '../deps.ts'
import { checkStore } from '../../store/store.ts'
import { subApp } from '../sub-app.ts'
import { Health } from '../wire.ts'

const health = createRoute({
  method: 'get',
  path: '/healthz',
  tags: ['server'],
  summary: 'Is the server, and its database, alive',
  responses: { 200: json('A query ran', Health), ...errors(503, 507) },
})

export function healthRoutes({ store, version }: ApiDeps) {
  return subApp().openapi(health, async (c) => {
    await checkStore(store)
    return c.json({ ok: true as const, version }, 200)
  })
}
