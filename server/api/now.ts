import type { ApiDeps } from './deps.ts'

/** The moment of a request: UTC, ISO 8601. */
export function nowOf({ now }: ApiDeps): string {
  return now?.() ?? new Date().toISOString()
}
