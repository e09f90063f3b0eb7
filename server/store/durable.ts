import { closeSync, fsyncSync, openSync } from 'node:fs'

/** Makes a file's bytes, or a folder's renames, last through a crash. Windows cannot open folders and needs no such thing. */
export function syncPath(path: string): void {
  let handle: number
  try {
    handle = openSync(path, 'r')
  } catch (error) {
    if (process.platform === 'win32') return
    throw error
  }
  try {
    fsyncSync(handle)
  } catch (error) {
    if (process.platform !== 'win32') throw error
  } finally {
    closeSync(handle)
  }
}
