import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plainKernels } from '../../../server/analysis/kernels/plain/plain-kernels.ts'
import { readTokens } from '../../../server/analysis/text/read-tokens.ts'
import { readSnapshot, readSnapshotPapers } from '../../../server/engine/local/read-snapshot.ts'
import { compareCodePoints, paperLine, type Paper } from '../../../shared/paper.ts'
import { madeUpPapers, paperWith, writeSnapshot } from './papers.ts'

describe('readSnapshot', () => {
  let folder: string
  beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'tidemap-snapshot-'))))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const sorted = (papers: readonly Paper[]): Paper[] => papers.toSorted((a, b) => compareCodePoints(a.id, b.id))
  const textOf = (pieces: Iterable<Uint8Array>): string => Buffer.concat([...pieces]).toString('utf8')
  const linesOf = (papers: readonly Paper[]): string => papers.map((paper) => `${paperLine(paper)}\n`).join('')

  it('sorts by code point', () => {
    const ids = ['z', '\u{1F30A}', '\uFF21', 'a', 'Z']
    const papers = ids.map((id) => paperWith({ id, title: `é\u2028${id}` }))
    const path = writeSnapshot(join(folder, 'sorted.jsonl'), papers)
    const snapshot = readSnapshot(path, plainKernels)
    expect(snapshot.papers.map(({ id }) => id)).toEqual(['Z', 'a', 'z', '\uFF21', '\u{1F30A}'])
    expect(textOf(snapshot.lines())).toBe(linesOf(sorted(papers)))
    expect(snapshot.isAsWritten).toBe(false)
    expect(readSnapshot(writeSnapshot(join(folder, 'again.jsonl'), sorted(papers)), plainKernels).isAsWritten).toBe(
      true,
    )
    expect(readSnapshotPapers(path)).toEqual(sorted(papers))
  })

  it('gives words and lines that do not depend on the order of the rows, over several pieces', () => {
    const papers = madeUpPapers(3000).map((paper) => ({
      ...paper,
      abstract: `${paper.abstract} ${'wide net. '.repeat(90)}`,
    }))
    const path = writeSnapshot(join(folder, 'large.jsonl'), papers)
    expect(readFileSync(path).length).toBeGreaterThan(3e6)
    const snapshot = readSnapshot(path, plainKernels)
    expect(snapshot.tokens).toEqual(readTokens(sorted(papers)))
    expect(textOf(snapshot.lines())).toBe(linesOf(sorted(papers)))
  })

  it('writes lines as they should be where the file has them otherwise, blank ones aside', () => {
    const papers = [paperWith({ id: 'a', title: 'é' }), paperWith({ id: 'b' }), paperWith({ id: 'c' })]
    const path = join(folder, 'spaced.jsonl')
    const [a, b, c] = papers.map((paper) => JSON.stringify(Object.fromEntries(Object.entries(paper).toReversed())))
    writeFileSync(path, `${a}\n\n${b}\n${c}`)
    const seen: number[] = []
    const snapshot = readSnapshot(path, plainKernels, undefined, (bytes) => seen.push(bytes))
    expect(snapshot.papers.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    expect(textOf(snapshot.lines())).toBe(linesOf(papers))
    expect(snapshot.isAsWritten).toBe(false)
    expect(seen.at(-1)).toBe(readFileSync(path).length)
  })

  it.each([
    ['a broken line', '{"id":', 'broken line'],
    ['a line that is no paper', '{"id":"a"}', 'no paper'],
    [
      'an id twice',
      `${JSON.stringify(paperWith({ id: 'a' }))}\n${JSON.stringify(paperWith({ id: 'a' }))}`,
      'one id: a',
    ],
  ])('refuses %s', (_what, text, message) => {
    const path = join(folder, 'bad.jsonl')
    writeFileSync(path, text)
    expect(() => readSnapshot(path, plainKernels)).toThrow(message)
    expect(() => readSnapshotPapers(path)).toThrow(message)
  })
})
