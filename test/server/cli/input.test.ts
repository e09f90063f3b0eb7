import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findFiles, namesFiles } from '../../../server/cli/input/find-files.ts'
import { glob } from '../../../server/cli/input/glob.ts'
import { watchBytes } from '../../../server/cli/input/watch-bytes.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tidemap-input-'))
  mkdirSync(join(folder, 'deep/er'), { recursive: true })
  for (const name of ['b.csv', 'a.csv', '.hidden.csv', 'c.txt', '[x].csv', 'deep/d.csv', 'deep/er/e.csv']) {
    writeFileSync(join(folder, name), name)
  }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('glob', () => {
  it.each([
    ['*.csv', ['[x].csv', 'a.csv', 'b.csv']],
    ['?.csv', ['a.csv', 'b.csv']],
    ['[!b].csv', ['a.csv']],
    ['.*.csv', ['.hidden.csv']],
    ['d*/*.csv', ['deep/d.csv']],
    ['**/*.csv', ['[x].csv', 'a.csv', 'b.csv', 'deep/d.csv', 'deep/er/e.csv']],
    ['deep/**', ['deep/d.csv', 'deep/er/e.csv']],
    ['none/*.csv', []],
  ])('%s', (pattern, found) => {
    expect(glob(pattern, folder)).toEqual(found)
  })

  it('gives absolute paths for an absolute pattern', () => {
    expect(glob(join(folder, 'a.*'), '/')).toEqual([join(folder, 'a.csv')])
  })
})

describe('findFiles', () => {
  const names = (...words: string[]): string[] => findFiles(words, folder, Readable.from([])).map(({ name }) => name)

  it('keeps the order of the words, and prefers a file to a pattern', () => {
    expect(names('c.txt', '?.csv', '[x].csv', '-')).toEqual(['c.txt', 'a.csv', 'b.csv', '[x].csv', 'stdin'])
  })

  it.each([
    ['gone.csv', 'no such file: gone.csv'],
    ['*.ris', 'no such file: *.ris'],
    ['deep', 'a folder, not a file: deep'],
  ])('refuses %s', (word, message) => {
    expect(() => names(word)).toThrow(message)
  })

  it('refuses the standard input twice', () => {
    expect(() => names('-', '-')).toThrow('twice')
  })

  it('tells files from collections', () => {
    const words = ['a.csv', '*.csv', '-', 'deep', 'Reading list', '*.ris']
    expect(words.map((word) => namesFiles(word, folder))).toEqual([true, true, true, false, false, false])
  })
})

describe('watchBytes', () => {
  it('opens a file only when it is read', async () => {
    let opened = false
    let seen = 0
    const [file] = findFiles(['a.csv'], folder, Readable.from([]))
    const watched = watchBytes(file, new AbortController().signal, {
      onOpen: () => (opened = true),
      onBytes: (length) => (seen += length),
    })
    expect(opened).toBe(false)
    for await (const chunk of watched) expect(chunk.length).toBe(5)
    expect([opened, seen]).toEqual([true, 5])
  })

  it('ends with the reason of an abort, though nothing comes', async () => {
    const abort = new AbortController()
    const silent = new Readable({ read() {} })
    const watched = watchBytes({ name: 'stdin', size: null, open: () => silent }, abort.signal, {})
    setTimeout(() => abort.abort(new Error('enough')), 10)
    await expect(watched.next()).rejects.toThrow('enough')
  })
})
