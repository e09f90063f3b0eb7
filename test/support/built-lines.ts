import { builtLines } from '../../server/jobs/import/built-lines.ts'

/** The scanner of lines that was built; tests run sources, beside which there is none. */
export const builtLineModule = builtLines(new URL('../../dist/server/import/batches/lines.wasm', import.meta.url))
if (builtLineModule === null) throw new Error('lines.wasm was not built')
