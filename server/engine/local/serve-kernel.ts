import { TidemapError } from '../../../shared/error.ts'
import { compareCodePoints, type Paper } from '../../../shared/paper.ts'
import type { writeTextIndex } from '../../analysis/search/text-index-file.ts'
import type { buildTextIndex, TextIndex } from '../../analysis/search/text-index.ts'
import { writeDurably } from './durable-file.ts'
import { MEMORY_HINT, type KernelAnswer, type KernelRequest } from './messages.ts'
import { peakMemory } from './peak-memory.ts'
import { readSnapshotPapers, snapshotPapers } from './read-snapshot.ts'
import { type AnalysisMethod, runAnalysis } from './run-analysis.ts'

/** The parts of the analysis that a kernel runs; the tests hand in others. */
export interface KernelMethods {
  analysis: AnalysisMethod
  buildTextIndex: typeof buildTextIndex
  writeTextIndex: typeof writeTextIndex
}

/** Makes this process a kernel: it takes one request over IPC, answers it and ends. It never outlives its parent. */
export function serveKernel(methods: KernelMethods): void {
  const parent = process.ppid
  process.on('disconnect', () => process.exit(1))
  // Ctrl-C reaches every process of the terminal; the parent decides, and ends this one in its own way.
  process.on('SIGINT', () => {})
  process.once('message', (request) => {
    const work = answer(request as KernelRequest, methods, (message) => {
      // The analysis is synchronous, so a lost parent is seen here and not as an event.
      if (process.ppid !== parent || !process.connected) process.exit(1)
      process.send?.(message)
    })
    void work.then((last) => process.send?.(last, () => process.exit(0)))
  })
}

async function answer(
  request: KernelRequest,
  methods: KernelMethods,
  send: (message: KernelAnswer) => void,
): Promise<KernelAnswer> {
  try {
    const outcome =
      request.type === 'analyze'
        ? await runAnalysis(request, methods.analysis, (progress) => send({ type: 'progress', progress }))
        : writeIndex(request.snapshot, request.outFile, methods)
    return { type: 'done', outcome, peakMemoryBytes: peakMemory() }
  } catch (error) {
    return failure(error)
  }
}

function writeIndex(snapshot: string, outFile: string, methods: KernelMethods): null {
  writeDurably(outFile, methods.writeTextIndex(indexOf(snapshot, methods)))
  return null
}

/** A large snapshot of which the papers stand in their order, as ours do, is never held as a whole. */
function indexOf(snapshot: string, { buildTextIndex }: KernelMethods): TextIndex {
  try {
    return buildTextIndex(ascending(snapshotPapers(snapshot)))
  } catch (error) {
    if (error !== UNSORTED) throw error
    return buildTextIndex(readSnapshotPapers(snapshot))
  }
}

const UNSORTED = new Error('papers are not in the order of their ids')

/** Throws `UNSORTED` where an id is not above the one before it. */
function* ascending(papers: Iterable<Paper>): Generator<Paper> {
  let last: string | undefined
  for (const paper of papers) {
    if (last !== undefined && compareCodePoints(last, paper.id) >= 0) throw UNSORTED
    last = paper.id
    yield paper
  }
}

/** How arrays, and a WebAssembly memory that is made or grows, say that there is no room. */
const NO_MEMORY = /allocat|array buffer|invalid array length|\bgrow/i

function failure(error: unknown): KernelAnswer {
  if (error instanceof TidemapError) {
    return { type: 'failed', code: error.code, message: error.message, hint: error.hint, line: error.line }
  }
  if (error instanceof Error && ['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? '')) {
    return {
      type: 'failed',
      code: 'disk-full',
      message: 'disk full while writing results',
      hint: 'free some space and start again',
    }
  }
  if (error instanceof RangeError && NO_MEMORY.test(error.message)) {
    return { type: 'failed', code: 'unprocessable', message: 'analysis ran out of memory', hint: MEMORY_HINT }
  }
  return {
    type: 'failed',
    code: 'internal',
    message: `analysis failed: ${error instanceof Error ? error.message : String(error)}`,
  }
}
