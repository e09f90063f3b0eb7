import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = new URL('../../../shared/', import.meta.url)

/**
 * The path of a file of the material that lies beside the project (`formats/…`, `data/…`), or null where it is missing.
 * Tests that need one say `it.skipIf(!file)`: the test run then prints `not run: …` and does not count them.
 */
export function sharedFile(path: string): string | null {
  const file = fileURLToPath(new URL(path, folder))
  return existsSync(file) ? file : null
}
