import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { FileSpool, SpoolFault } from '../../../server/cli/input/file-spool.ts'
import { MemorySpool, type Spool } from '../../../server/import/spool/spool.ts'
import { loadPaper, spoolPaper, type SpooledPaper } from '../../../server/import/spool/spooled-paper.ts'
import { paperLine } from '../../../shared/paper.ts'
import { paperOf } from '../report/report-input.ts'
import { seeded } from '../../support/made-up-papers.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const papers = Array.from({ length: 500 }, (_, i) => paperOf(`p${1000 + i}`, { abstract: 'ü 🙂 '.repeat(i) }))

function fill(spool: Spool): SpooledPaper[] {
  return papers.map((paper) => spoolPaper({ key: 'sha:0', ownId: true, paper }, spool))
}

it.each([
  ['memory', () => new MemorySpool()],
  ['a file', () => new FileSpool(join(tempFolder(), 'spool'))],
])('a spool in %s gives every paper back', (_, open) => {
  const spool = open()
  const spooled = fill(spool)
  expect(spooled.map((paper) => loadPaper(paper, spool).paper)).toEqual(papers)
  // Between reading, more may come.
  const [again] = fill(spool)
  expect(loadPaper(again, spool).paper).toEqual(papers[0])
  expect(loadPaper(spooled[7], spool).paper).toEqual(papers[7])
})

function shuffled<T>(list: readonly T[]): T[] {
  const random = seeded(5)
  const keys = new Map(list.map((entry) => [entry, random()]))
  return list.toSorted((a, b) => keys.get(a)! - keys.get(b)!)
}

const linesOf = (list: typeof papers): string => list.map((paper) => `${paperLine(paper)}\n`).join('')

it('becomes its own file where its lines are in order', () => {
  const folder = tempFolder()
  const spool = new FileSpool(join(folder, 'spool'))
  spool.become(join(folder, 'file'), fill(spool))
  spool.close()
  expect(existsSync(join(folder, 'spool'))).toBe(false)
  expect(readFileSync(join(folder, 'file'), 'utf8') === linesOf(papers)).toBe(true)
})

it.each([
  ['reversed', (list: SpooledPaper[]) => list.toReversed()],
  ['with gaps', (list: SpooledPaper[]) => list.filter((_, i) => i % 7 > 0)],
  ['shuffled', shuffled],
  ['without the last', (list: SpooledPaper[]) => list.slice(0, -1)],
])('becomes a file of some lines, %s', (_, choose) => {
  const folder = tempFolder()
  const spool = new FileSpool(join(folder, 'spool'))
  const chosen = choose(fill(spool))
  const wanted = linesOf(chosen.map((paper) => loadPaper(paper, spool).paper))
  spool.become(join(folder, 'file'), chosen)
  spool.close()
  expect(readFileSync(join(folder, 'file'), 'utf8') === wanted).toBe(true)
  expect(statSync(join(folder, 'spool')).isFile()).toBe(true)
})

it('copies lines of any length, near and far from one another', () => {
  const folder = tempFolder()
  const spool = new FileSpool(join(folder, 'spool'))
  const random = seeded(8)
  // Some thousand lines of a few kilobytes, and now and then one that is longer than what is copied at a time.
  const lines = Array.from({ length: 6000 }, (_, i) => {
    const length = i % 700 === 3 ? (1 << 20) + i : 1 + Math.floor(random() * 9000)
    return Buffer.alloc(length, `${i} `)
  })
  const placed = lines.map((line) => ({ line, start: spool.append(line), length: line.length }))
  // Neighbours change places, then halves do; the last thousand lie anywhere, and some are left out.
  const order = [
    ...placed.slice(2500, 5000).map((_, i) => placed[2500 + (i ^ 1)]),
    ...placed.slice(0, 2500),
    ...shuffled(placed.slice(5000)),
  ].filter((_, i) => i % 50 > 0)
  spool.become(join(folder, 'file'), order as unknown as SpooledPaper[])
  spool.close()
  expect(readFileSync(join(folder, 'file')).equals(Buffer.concat(order.map(({ line }) => line)))).toBe(true)
})

it('says that a disk failed', () => {
  const folder = tempFolder()
  const spool = new FileSpool(join(folder, 'spool'))
  const line = Buffer.alloc(1000)
  const length = line.length
  const start = spool.append(line)
  const lines = [1, 0].map((late) => ({ start: start + late, length }))
  expect(() => spool.become(join(folder, 'file'), lines as SpooledPaper[])).toThrow(SpoolFault)
  spool.close()
})
