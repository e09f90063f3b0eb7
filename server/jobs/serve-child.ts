import { TidemapError } from '../../shared/error.ts'
import type { ChildAnswer } from './child.ts'

/** Makes this process a child that answers one request and ends; it never outlives its parent. */
export function serveOnce(work: (request: unknown) => Promise<unknown>): void {
  process.on('disconnect', () => process.exit(1))
  process.once('message', (request) => {
    void answerOf(() => work(request)).then((answer) => process.send?.(answer, () => process.exit(0)))
  })
}

/** Runs `work` and puts what comes out, an error too, into an answer. */
export async function answerOf(work: () => unknown): Promise<ChildAnswer> {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    if (error instanceof TidemapError) {
      const { code, message, hint, line } = error
      return { ok: false, code, message, hint, line }
    }
    const text = error instanceof Error ? error.message : String(error)
    if (/ENOSPC|EDQUOT/.test(text)) {
      return { ok: false, code: 'disk-full', message: 'no space left on the disk', hint: 'make room and try again' }
    }
    return { ok: false, code: 'internal', message: text, hint: undefined }
  }
}
