import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { linesOf, readSnapshot } from '../../../server/engine/local/read-snapshot.ts'
import { paperWith, writeSnapshot } from './papers.ts'

async function* bytesOf(...parts: number[][]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield Uint8Array.from(part)
}

describe('linesOf', () => {
  it('splits at LF only and joins characters that a chunk cut', async () => {
    const text = [...new TextEncoder().encode('é\u2028x\ny')]
    const lines: string[] = []
    for await (const line of linesOf(bytesOf(text.slice(0, 1), text.slice(1)))) lines.push(line)
    expect(lines).toEqual(['é\u2028x', 'y'])
  })
})

describe('readSnapshot', () => {
  let folder: string
  beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'tidemap-snapshot-'))))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('sorts by code point', async () => {
    const ids = ['z', '\u{1F30A}', '\uFF21', 'a', 'Z']
    const path = writeSnapshot(
      join(folder, 'sorted.jsonl'),
      ids.map((id) => paperWith({ id })),
    )
    const papers = await readSnapshot(path, 0)
    expect(papers.map(({ id }) => id)).toEqual(['Z', 'a', 'z', '\uFF21', '\u{1F30A}'])
  })

  it.each([
    ['a broken line', '{"id":', 'broken line'],
    ['a line that is no paper', '{"id":"a"}', 'no paper'],
    [
      'an id twice',
      `${JSON.stringify(paperWith({ id: 'a' }))}\n${JSON.stringify(paperWith({ id: 'a' }))}`,
      'one id: a',
    ],
  ])('refuses %s', async (_what, text, message) => {
    const path = join(folder, 'bad.jsonl')
    writeFileSync(path, text)
    await expect(readSnapshot(path, text.length)).rejects.toThrow(message)
  })
})
