import type { Jobs } from '../jobs/jobs.ts'
import type { Store } from '../store/store.ts'
import type { Access } from './access.ts'

/** What the API is made of. */
export interface ApiDeps {
  store: Store
  jobs: Jobs
  /** Version of Tidemap. */
  version: string
  access: Access
  /** Most bytes of an import's body; null for no limit. */
  bodyLimitBytes: number | null
  /** Folder of the built dashboard; null serves the API alone. */
  clientDir: string | null
  /** Most megabytes of JavaScript heap of the process that writes a report. Default 2048. */
  reportHeapMb?: number
  /** Told of every error that is no one's fault but ours. */
  onError?: (what: string, error: unknown) => void
  /** UTC, ISO 8601; default the clock. */
  now?: () => string
}
