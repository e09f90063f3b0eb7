import type { CliContext } from '../context.ts'
import { settingsOf, type DataFlag } from '../options.ts'
import type { Backend } from './backend.ts'

/** Opens the stored collections of a data folder for the time of `work`. */
export async function withBackend<T>(
  context: CliContext,
  flags: DataFlag,
  work: (backend: Backend) => Promise<T>,
): Promise<T> {
  const backend = await context.openBackend(settingsOf(context, flags))
  try {
    return await work(backend)
  } finally {
    await backend.close()
  }
}
