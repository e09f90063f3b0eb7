import { OpenAPIHono } from '@hono/zod-openapi'
import { TidemapError } from '../../shared/error.ts'

const VALUE_LENGTH_MAX = 80

/** An empty app for one resource: a request that does not fit its schema is `bad-request`, naming the parameter and its value. */
export function subApp() {
  return new OpenAPIHono({
    defaultHook: (result) => {
      if (result.success) return
      const { path, message } = result.error.issues[0]
      const name = path.join('.') || result.target
      // zod-validator hands the input along with the failure, though its type does not say so.
      const value = valueAt((result as { data?: unknown }).data, path)
      const shown = value === undefined ? '' : `${shorten(value)}: `
      throw new TidemapError('bad-request', `${name}: ${shown}${message.charAt(0).toLowerCase()}${message.slice(1)}`)
    },
  })
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  let value = data
  for (const key of path) value = (value as Record<PropertyKey, unknown> | undefined)?.[key]
  return value
}

function shorten(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
  return text.length > VALUE_LENGTH_MAX ? `${text.slice(0, VALUE_LENGTH_MAX)}…` : text
}
