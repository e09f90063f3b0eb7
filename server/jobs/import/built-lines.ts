import { readFileSync } from 'node:fs'
import { WebAssembly } from '../../engine/local/web-assembly.ts'
import type { LineModule } from '../../import/batches/line-module.ts'

/** Built from `import/batches/assembly`. */
const FILE = new URL('../../import/batches/lines.wasm', import.meta.url)

/** What finds the values of lines for an import, compiled; null where it was not built, as beside sources: TypeScript finds the same then. */
export function builtLines(file = FILE): LineModule | null {
  try {
    return new WebAssembly.Module(readFileSync(file))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
