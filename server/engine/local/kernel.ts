import { analyze } from '../../analysis/analyze.ts'
import { buildTextIndex, writeTextIndex } from '../../analysis/search/text-index.ts'
import { serveKernel } from './serve-kernel.ts'

// The entry of the kernel process: `local-engine.ts` forks it.
serveKernel({ analyze, buildTextIndex, writeTextIndex })
