import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { getPriority } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { writeTextIndex } from '../../../server/analysis/search/text-index-file.ts'
import { buildTextIndex } from '../../../server/analysis/search/text-index.ts'
import { prepare } from '../../../server/bin/prepare.mjs'
import { createSearcher } from '../../../server/jobs/search/searcher.ts'
import { writeColumns } from '../../../server/store/column-file.ts'
import { paper } from '../../support/fake-readers.ts'
import { tempFolder } from '../../support/temp-folder.ts'

// The real search process.
beforeAll(() => prepare({ parts: ['server'] }), 240_000)

const TITLES = ['Loss functions for boats', 'A loss function', 'Alignment of models']
const FIELDS = ['title', 'abstract'] as const
const textOf = (query: string) => ({ query, fields: FIELDS, words: 'together' as const, analysis: null })

function open() {
  const searcher = createSearcher({ heapMb: 256 })
  onTestFinished(() => searcher.close())
  const file = join(tempFolder(), 'index.bin')
  const papers = TITLES.map((title, i) => paper({ id: `p${i}`, title, date: `202${i}` }))
  writeFileSync(file, Buffer.concat([...writeTextIndex(buildTextIndex(papers))]))
  return { searcher, file }
}

function childPid(): number {
  const children = execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(process.pid)], { encoding: 'utf8' })
  return Number(/^\s*(\d+).*search-child/m.exec(children)?.[1])
}

test('answers many searches at once from one process', { timeout: 120_000 }, async () => {
  const { searcher, file } = open()
  const queries = ['loss functions', 'alignment', 'boats']
  const answers = await Promise.all(queries.map((query) => searcher.match({ file, text: textOf(query) })))
  expect(answers.map(({ ids }) => ids)).toEqual([['p0', 'p1'], ['p2'], ['p0']])
  const trends = await searcher.trends({
    file,
    queries,
    options: { bin: 'year', fields: FIELDS, within: [], smooth: 0 },
    analysis: null,
  })
  expect(trends.series.map(({ query, papers }) => [query, papers])).toEqual([
    ['loss functions', 2],
    ['alignment', 1],
    ['boats', 1],
  ])
  await expect(searcher.match({ file, text: textOf(' ') })).rejects.toMatchObject({ code: 'bad-request' })
})

test('gets ready ahead, answers meanwhile, and the same afterwards', { timeout: 120_000 }, async () => {
  const { searcher, file } = open()
  const ready = searcher.load({ file, analysis: null })
  const stretch = { topic: null, firstDay: null, lastDay: null, after: null, limit: 1 }
  const meanwhile = await searcher.page({ file, text: textOf('loss'), stretch })
  expect(meanwhile).toMatchObject({ total: 2, items: [{ id: 'p1', number: 1 }] })
  expect(await ready).toBeNull()
  expect(await searcher.page({ file, text: textOf('loss'), stretch })).toEqual(meanwhile)
})

test('lists what matches in an order of the collection', { timeout: 120_000 }, async () => {
  const { searcher, file } = open()
  const lists = `${file}.columns`
  const choice = { version: 1, lists, analysis: null, sort: 'newest', topic: null, days: null, after: -1 } as const
  const text = textOf('loss OR alignment')
  expect(await searcher.listed({ file, text, choice: { ...choice, limit: 2 } })).toBeNull()
  await writeColumns(lists, { newest: Int32Array.of(2, 1, 0) })
  const { ids, scores } = await searcher.match({ file, text })
  expect(ids).toEqual(['p0', 'p1', 'p2'])
  expect(await searcher.listed({ file, text, choice: { ...choice, limit: 2 } })).toEqual({
    numbers: [2, 1],
    scores: [scores[2], scores[1]],
    place: 1,
    hasMore: true,
    total: 3,
  })
  expect(await searcher.listed({ file, text, choice: { ...choice, after: 1, limit: 2 } })).toMatchObject({
    numbers: [0],
    hasMore: false,
  })
})

test.skipIf(process.platform === 'win32')('a search process does not stand back', { timeout: 120_000 }, async () => {
  const { searcher, file } = open()
  await searcher.match({ file, text: textOf('boats') })
  expect(getPriority(childPid())).toBe(getPriority())
})

test.skipIf(process.platform === 'win32')('a search process that dies is replaced', { timeout: 120_000 }, async () => {
  const { searcher, file } = open()
  await searcher.match({ file, text: textOf('boats') })
  process.kill(childPid(), 'SIGKILL')
  // What was asked of it is lost, and what helps is to ask again.
  await expect(searcher.match({ file, text: textOf('boats') })).rejects.toMatchObject({
    code: 'unprocessable',
    hint: /^search again/,
  })
  await expect
    .poll(() => searcher.match({ file, text: textOf('boats') }).catch(() => null), { timeout: 60_000 })
    .toMatchObject({ ids: ['p0'] })
  searcher.close()
  await expect(searcher.match({ file, text: textOf('boats') })).rejects.toMatchObject({ code: 'unavailable' })
})
