import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Makes a folder and those above it that are missing; returns the topmost that was made, or undefined where all were there.
 * Not `mkdirSync(…, {recursive: true})`: that never ends where a folder exists but takes no other, such as `/proc`.
 */
export function makeFolder(path: string, mode = 0o777): string | undefined {
  try {
    mkdirSync(path, { mode })
    return path
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST' || (code !== 'ENOENT' && existsSync(path))) return undefined
    const parent = dirname(path)
    if (code !== 'ENOENT' || parent === path || existsSync(parent)) throw error
    const first = makeFolder(parent, mode)
    mkdirSync(path, { mode })
    return first ?? path
  }
}
