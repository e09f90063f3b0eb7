import { createReadStream, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { TidemapError } from '../../../shared/error.ts'
import { glob, hasPattern } from './glob.ts'

/** A file that a person named. */
export interface InputFile {
  /** As it was named; `stdin` for `-`. */
  name: string
  /** Bytes, or null where they cannot be known. */
  size: number | null
  open(): AsyncIterable<Uint8Array> & Readable
}

/**
 * The files that names and patterns stand for, in their order; `-` is the standard input.
 * Throws `not-found` for a name without a file.
 */
export function findFiles(names: readonly string[], cwd: string, stdin: Readable): InputFile[] {
  if (names.filter((name) => name === '-').length > 1) {
    throw new TidemapError('bad-request', 'standard input named twice: -', { hint: 'name - once' })
  }
  return names.flatMap((name) => {
    if (name === '-') return [{ name: 'stdin', size: null, open: () => stdin }]
    const kind = kindOf(resolve(cwd, name))
    // A file may well have brackets in its name: it goes before the pattern.
    if (kind === 'file') return [inputFile(name, cwd)]
    if (kind === 'folder') {
      throw new TidemapError('bad-request', `a folder, not a file: ${name}`, { hint: `name its files: '${name}/*'` })
    }
    const found = hasPattern(name) ? glob(name, cwd) : []
    if (found.length > 0) return found.map((path) => inputFile(path, cwd))
    const hint = hasPattern(name) ? 'the pattern matches nothing' : 'check the name; - reads the standard input'
    throw new TidemapError('not-found', `no such file: ${name}`, { hint })
  })
}

/** Bytes of all files, or null where they cannot be known. */
export function sizeOf(files: readonly InputFile[]): number | null {
  return files.reduce<number | null>((sum, { size }) => (sum === null || size === null ? null : sum + size), 0)
}

/** Whether a word names files rather than a collection. */
export function namesFiles(word: string, cwd: string): boolean {
  return word === '-' || kindOf(resolve(cwd, word)) === 'file' || (hasPattern(word) && glob(word, cwd).length > 0)
}

function inputFile(name: string, cwd: string): InputFile {
  const path = resolve(cwd, name)
  const stats = statSync(path)
  return {
    name,
    // A pipe or a device has no size of its own.
    size: stats.isFile() ? stats.size : null,
    open: () => createReadStream(path, { highWaterMark: 1 << 18 }),
  }
}

function kindOf(path: string): 'file' | 'folder' | null {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats === undefined) return null
  return stats.isDirectory() ? 'folder' : 'file'
}
