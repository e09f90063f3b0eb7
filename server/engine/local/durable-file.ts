import { closeSync, fsyncSync, linkSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

const CHUNK_CHARACTERS = 1 << 20

/** Takes every byte that is written, in order; a `crypto` hash is one. */
export interface ByteSink {
  update(bytes: Uint8Array): unknown
}

/**
 * Writes a file so that it is either whole or not there: a part file, fsync, rename, fsync of the folder.
 * Parts are all text or all bytes; text is joined to pieces of about a megabyte. `sink` sees every byte.
 */
export function writeDurably(path: string, parts: Iterable<string | Uint8Array> | Uint8Array, sink?: ByteSink): void {
  const part = `${path}.part`
  const file = openSync(part, 'w')
  try {
    for (const bytes of parts instanceof Uint8Array ? [parts] : pieces(parts)) {
      sink?.update(bytes)
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at)
    }
    fsyncSync(file)
  } catch (error) {
    closeSync(file)
    rmSync(part, { force: true })
    throw error
  }
  closeSync(file)
  renameSync(part, path)
  syncFolder(dirname(path))
}

/** Gives a file that will not change another name, durably; false, and nothing there, where the file system has no such thing. */
export function linkDurably(from: string, path: string): boolean {
  try {
    linkSync(from, path)
  } catch {
    return false
  }
  sync(path)
  syncFolder(dirname(path))
  return true
}

/** Text as UTF-8 pieces of some size; bytes as they come. */
function* pieces(parts: Iterable<string | Uint8Array>): Generator<Uint8Array> {
  let text = ''
  for (const part of parts) {
    if (typeof part !== 'string') {
      yield part
      continue
    }
    text += part
    if (text.length >= CHUNK_CHARACTERS) {
      yield Buffer.from(text)
      text = ''
    }
  }
  if (text !== '') yield Buffer.from(text)
}

/** Makes a rename in the folder last; not every platform lets one open a folder, and those need no such thing. */
function syncFolder(folder: string): void {
  if (process.platform !== 'win32') sync(folder)
}

function sync(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
