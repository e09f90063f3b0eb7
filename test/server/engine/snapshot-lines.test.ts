import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { fileParts, linePieces, readPart } from '../../../server/engine/local/snapshot-lines.ts'

const folder = mkdtempSync(join(tmpdir(), 'tidemap-lines-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it.each([
  ['lines', 'a\nbcd\n\nefghij\n'],
  ['a last line without its end', '\nab\ncdefgh'],
  ['one line longer than several parts', `a\n${'x'.repeat(50_000)}\nb\n`],
  ['nothing but ends', '\n\n\n'],
])('reads %s in whole lines, each in one part, wherever the file is cut', (name, text) => {
  const path = join(folder, `${name}.txt`)
  writeFileSync(path, text)
  const steps = text.length > 100 ? [9973, 50_002] : Array.from({ length: text.length }, (_, i) => i + 1)
  for (const step of steps) {
    let joined = ''
    for (let from = 0; from < text.length; from += step) {
      const part = { path, from, to: Math.min(text.length, from + step) }
      // What lies in the room behind the bytes is anything.
      const { bytes, at } = readPart(part, (length) => new Uint8Array(length).fill(10))
      const lines = Buffer.from(bytes).toString()
      if (lines !== '') expect(at).toBe(joined.length)
      if (at + lines.length < text.length && lines !== '') expect(lines.endsWith('\n')).toBe(true)
      joined += lines
    }
    expect(joined).toBe(text)
  }
})

it('has all bytes of a file in its pieces, and no part of an empty one', () => {
  const path = join(folder, 'large.txt')
  const text = Array.from({ length: 300_000 }, (_, i) => `${i}\n`).join('')
  writeFileSync(path, text)
  const pieces = [...linePieces(path)]
  expect(pieces.length).toBeGreaterThan(2)
  expect(Buffer.concat(pieces.map(({ bytes }) => bytes)).equals(Buffer.from(text))).toBe(true)
  writeFileSync(path, '')
  expect([...fileParts(path)]).toEqual([])
})
