import type { CliContext } from '../context.ts'
import { widthOf } from './table.ts'

const BAR_CELLS = 24
const EVERY_MS = 80

/** A line that says how far long work is. It shows on a terminal only and leaves nothing behind. */
export interface ProgressBar {
  /** `share` 0–1, or null where it cannot be known. */
  show(words: string, share: number | null): void
  clear(): void
}

/** A progress bar on the error output, so that results stay clean; silent where that is no terminal. */
export function progressBar({ stderr }: Pick<CliContext, 'stderr'>, now: () => number = Date.now): ProgressBar {
  if (stderr.isTTY !== true) return { show() {}, clear() {} }
  let shownAt = -Infinity
  let shown = ''
  return {
    show(words, share) {
      const line = progressLine(words, share, (stderr.columns || 80) - 1)
      if (line === shown || now() - shownAt < EVERY_MS) return
      shownAt = now()
      shown = line
      stderr.write(`\r\u001B[K${line}`)
    },
    clear() {
      if (shown !== '') stderr.write('\r\u001B[K')
      shown = ''
    },
  }
}

/** `Finding topics   ━━━━━━━━━━──────────────  42%`, cut to `columns`. */
export function progressLine(words: string, share: number | null, columns: number): string {
  if (share === null) return words.slice(0, columns)
  const done = Math.min(1, Math.max(0, share))
  const full = Math.round(done * BAR_CELLS)
  const bar = '━'.repeat(full) + '─'.repeat(BAR_CELLS - full)
  const line = `${words.padEnd(17)}  ${bar} ${`${Math.floor(done * 100)}%`.padStart(4)}`
  return widthOf(line) <= columns ? line : words.slice(0, columns)
}
