import { analyze } from '../../analysis/analyze.ts'
import { writeTextIndex } from '../../analysis/search/text-index-file.ts'
import { buildTextIndex } from '../../analysis/search/text-index.ts'
import { startKernels } from './kernel-threads.ts'
import { serveKernel } from './serve-kernel.ts'

// The entry of the kernel process: `local-engine.ts` forks it.
serveKernel({
  analyze: (papers, options, onStage, threads) => analyze(papers, options, onStage, startKernels(threads)),
  buildTextIndex,
  writeTextIndex,
})
