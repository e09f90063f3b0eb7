import { existsSync, mkdtempSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { TidemapError } from '../../../shared/error.ts'
import { makeFolder } from '../../store/make-folder.ts'

const PREFIX = '.tidemap-run-'

/** A folder for results that shows them all at once, or nothing. */
export interface OutputFolder {
  /** Where the work is done: hidden, and on the same file system. */
  readonly staging: string
  /** Moves files of the staging folder into their place, over those of an earlier run, and ends the work. */
  publish(names: readonly string[]): void
  /** Leaves everything as it was. After `publish` it does nothing. */
  discard(): void
}

/**
 * Opens a folder for results, which may exist and hold other files: they stay.
 * Throws `bad-request` where the path is no folder.
 */
export function openOutput(dir: string): OutputFolder {
  const stats = statSync(dir, { throwIfNoEntry: false })
  if (stats && !stats.isDirectory()) {
    throw new TidemapError('bad-request', `not a folder: ${dir}`, { hint: 'give --out the name of a folder' })
  }
  // A folder above that had to be made is one to remove again when nothing comes of it.
  const made = makeFolder(dir)
  sweep(dir)
  const staging = mkdtempSync(join(dir, `${PREFIX}${process.pid}-`))
  let open = true
  return {
    staging,
    publish(names) {
      for (const name of names) renameSync(join(staging, name), join(dir, name))
      rmSync(staging, { recursive: true, force: true })
      open = false
    },
    discard() {
      if (!open) return
      open = false
      rmSync(staging, { recursive: true, force: true })
      if (made !== undefined) removeEmpty(dir, dirname(made))
    },
  }
}

/** Removes what runs left that were killed before they could: their process is gone. */
function sweep(dir: string): void {
  for (const name of readdirSync(dir)) {
    const pid = new RegExp(`^${PREFIX.replaceAll('.', String.raw`\.`)}(\\d+)-`).exec(name)?.[1]
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(dir, name), { recursive: true, force: true })
  }
}

function removeEmpty(dir: string, until: string): void {
  for (let folder = dir; folder !== until && existsSync(folder); folder = dirname(folder)) {
    // Someone else's files in the meantime: theirs to keep.
    if (readdirSync(folder).length > 0) return
    rmdirSync(folder)
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
