import { Readable } from 'node:stream'
import { serveOnce } from '../../jobs/serve-child.ts'
import type { ChildProgress } from '../../jobs/child.ts'
import type { ProgressBar } from '../print/progress-bar.ts'
import { faultOf } from './fault.ts'
import type { ImportAnswer, ImportProgress, ImportRequest } from './import-elsewhere.ts'
import { importHere } from './import-here.ts'

const EVERY_MS = 80

/** Sends what a bar would show to the process that has one. */
function distantBar(): ProgressBar {
  let sentAt = -Infinity
  return {
    show(...progress: ImportProgress) {
      if (performance.now() - sentAt < EVERY_MS) return
      sentAt = performance.now()
      process.send?.({ progress } satisfies ChildProgress)
    },
    clear() {},
  }
}

// The entry of the process that `import-elsewhere.ts` forks.
// Ctrl-C reaches every process of the terminal; the parent decides, and ends this one in its own way.
process.on('SIGINT', () => {})
serveOnce(async (message): Promise<ImportAnswer> => {
  const { cwd, names, flags, dir } = message as ImportRequest
  const context = { cwd, stdin: Readable.from([]), signal: new AbortController().signal }
  try {
    return { imported: await importHere(context, distantBar(), names, flags, { dir }) }
  } catch (error) {
    return { fault: faultOf(error) }
  }
})
