import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import type { IndexBytes } from '../../analysis/search/text-index-file.ts'

/** Closes the files of indexes that nobody holds any more. */
const CLOSING = new FinalizationRegistry<number>((handle) => closeSync(handle))

/**
 * The bytes of an index file, which stays open while they are held: what is asked for is read from it, mostly out of the system's cache.
 * Throws where there is no such file.
 */
export function openIndexBytes(path: string): IndexBytes {
  const handle = openSync(path, 'r')
  const bytes: IndexBytes = {
    size: fstatSync(handle).size,
    read(from, to) {
      const buffer = Buffer.allocUnsafeSlow(to - from)
      for (let at = 0; at < buffer.length;) {
        const read = readSync(handle, buffer, at, buffer.length - at, from + at)
        if (read === 0) throw new Error(`text index cut short: ${buffer.length - at} bytes are missing`)
        at += read
      }
      return buffer
    },
  }
  CLOSING.register(bytes, handle)
  return bytes
}
