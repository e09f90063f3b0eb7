import { describeModel, modelPapers } from '../../analysis/analyze.ts'
import { writeTextIndex } from '../../analysis/search/text-index-file.ts'
import { buildTextIndex } from '../../analysis/search/text-index.ts'
import { serveKernel } from './serve-kernel.ts'

// The entry of the kernel process: `local-engine.ts` forks it.
serveKernel({
  analysis: { model: modelPapers, describe: describeModel },
  buildTextIndex,
  writeTextIndex,
})
