import { describe, expect, it } from 'vitest'
import { mergePapers, mergeRecords } from '../../../server/import/identity.ts'
import { keyOf } from '../../../server/import/identity/key.ts'
import type { KeyedPaper } from '../../../server/import/identity/key.ts'
import { readFiles } from '../../../server/import/read-files.ts'
import { inPieces, readText } from './read-text.ts'

const read = async (...records: object[]) => readText(records.map((record) => JSON.stringify(record)).join('\n'))
const ids = (papers: KeyedPaper[]) => papers.map(({ paper }) => paper.id)

/** Every order of a few records gives the same papers. */
async function inEveryOrder(records: object[]) {
  const first = await read(...records)
  for (const order of permutations(records)) {
    const again = await read(...order)
    expect(again.papers).toEqual(first.papers)
    expect(again.receipt).toEqual(first.receipt)
  }
  return first
}

function permutations<T>(items: T[]): T[][] {
  if (items.length < 2) return [items]
  return items.flatMap((item, i) => permutations(items.toSpliced(i, 1)).map((rest) => [item, ...rest]))
}

describe('keys', () => {
  it('is the DOI, else the arXiv id without version, else a hash of title, first author and year', async () => {
    const key = async (record: object) => (await read(record)).papers[0].key
    expect(await key({ title: 'T', doi: 'https://doi.org/10.1000/X', url: 'https://arxiv.org/abs/2401.00001' })).toBe(
      'doi:10.1000/x',
    )
    for (const place of [
      { url: 'http://arxiv.org/abs/2401.00001v3' },
      { doi: '10.48550/arXiv.2401.00001' },
      { id: '2401.00001v1' },
      { arxiv_id: 'arXiv:2401.00001' },
    ]) {
      expect(await key({ title: 'T', ...place })).toBe('arxiv:2401.00001')
    }
    const one = await key({ title: 'A  Title: of things', authors: ['Karl Marx'], date: '2020-05-01' })
    expect(one).toMatch(/^sha:[0-9a-f]{16}$/)
    expect(await key({ title: 'a title, of THINGS!', authors: ['Marx, K.', 'X Y'], year: 2020 })).toBe(one)
    expect(await key({ title: 'A Title: of things', authors: ['Karl Marx'], date: '2021' })).not.toBe(one)
    expect(await key({ title: 'A Title: of things', authors: ['Groucho Marxx'], date: '2020' })).not.toBe(one)
  })
})

describe('duplicates in a file', () => {
  it('merges records without own ids by key: the richest wins and lacks nothing that another has', async () => {
    const { papers, receipt } = await inEveryOrder([
      { title: 'T', doi: '10.1000/x', abstract: 'Long abstract', date: '2020-05' },
      { title: 'T', doi: '10.1000/X', abstract: 'Short', date: '2020', authors: ['A B'], venue: 'V' },
      { title: 'Another', doi: '10.1000/y' },
    ])
    expect(receipt).toMatchObject({ records: 3, papers: 2, duplicates: 1 })
    expect(papers[0].paper).toMatchObject({
      id: 'doi:10.1000/x',
      abstract: 'Short',
      date: '2020',
      authors: ['A B'],
      venue: 'V',
    })
  })

  it('keeps two papers with own ids on one DOI apart, unless the titles agree', async () => {
    const apart = await inEveryOrder([
      { id: 'W18-6481', title: 'Accurate similarity', doi: '10.1000/x' },
      { id: 'W18-6482', title: 'Alibaba submission', doi: '10.1000/x' },
      { title: 'Alibaba Submission!', doi: '10.1000/x', abstract: 'Text' },
    ])
    expect(ids(apart.papers)).toEqual(['W18-6481', 'W18-6482'])
    expect(apart.papers[1].paper.abstract).toBe('Text')
    const together = await inEveryOrder([
      { id: 'a', title: 'Same title', doi: '10.1000/x', abstract: 'Text' },
      { id: 'b', title: 'Same  Title.', doi: '10.1000/x' },
    ])
    expect(ids(together.papers)).toEqual(['a'])
    const noDoi = await inEveryOrder([
      { id: 'a', title: 'Same title', year: 2020 },
      { id: 'b', title: 'Same title', year: 2020 },
    ])
    expect(ids(noDoi.papers)).toEqual(['a', 'b'])
  })

  it('takes versions of an arXiv id for one', async () => {
    const { papers } = await inEveryOrder([
      { id: '2401.00001v1', title: 'Old title' },
      { id: '2401.00001v2', title: 'New title', abstract: 'x' },
    ])
    expect(ids(papers)).toEqual(['2401.00001v2'])
  })

  it('keeps different papers on one own id, the later by key under a longer one', async () => {
    const records = [
      { id: '12345', title: 'Title of reference' },
      { id: '12345', title: 'The title of the reference' },
      { id: '12345', title: 'Title of Reference', abstract: 'x' },
    ]
    const { papers, receipt } = await inEveryOrder(records)
    expect(receipt).toMatchObject({ papers: 2, duplicates: 1 })
    expect(ids(papers)).toEqual(['12345', expect.stringMatching(/^12345~[0-9a-f]{8}$/)])
    // Also when the second comes later, and when both come again.
    const [first, second] = await Promise.all(records.slice(0, 2).map((record) => read(record)))
    const { added } = mergePapers(first.papers, second.papers)
    expect(ids(added)).toEqual([expect.stringMatching(/^12345~[0-9a-f]{8}$/)])
    const both = [...first.papers, ...added]
    expect(mergePapers(both, second.papers)).toEqual({ added: [], updated: [], duplicates: 1 })
    expect(mergePapers(both, first.papers)).toEqual({ added: [], updated: [], duplicates: 1 })
  })

  it('gives the same papers for any order of many records', async () => {
    let state = 7
    const random = (n: number) => (state = (state * 48271) % 2147483647) % n
    const records = Array.from({ length: 60 }, () => ({
      ...(random(3) > 0 ? { id: `id${random(12)}` } : {}),
      title: `Title ${random(9)}`,
      ...(random(2) > 0 ? { doi: `10.1000/${random(7)}` } : {}),
      ...(random(2) > 0 ? { year: 2000 + random(3) } : {}),
      ...(random(2) > 0 ? { abstract: 'x'.repeat(random(5)) } : {}),
      ...(random(2) > 0 ? { authors: [`A ${random(2)}`] } : {}),
    }))
    const first = await read(...records)
    for (let round = 0; round < 25; round++) {
      const shuffled = records.toSorted(() => random(2) - 0.5)
      const again = await read(...shuffled)
      expect(again.papers).toEqual(first.papers)
      expect(again.receipt).toEqual(first.receipt)
    }
  })
})

describe('duplicates across imports', () => {
  it('counts what is there already, and makes it richer', async () => {
    const old = await read({ id: 'a', title: 'T', year: 2020 }, { id: 'b', title: 'U' })
    const more = await read({ id: 'a', title: 'T', abstract: 'Text', doi: '10.1000/x' }, { id: 'c', title: 'V' })
    const { added, updated, duplicates } = mergePapers(old.papers, more.papers)
    expect(ids(added)).toEqual(['c'])
    expect(duplicates).toBe(1)
    expect(updated).toEqual([
      {
        ...old.papers[0],
        paper: expect.objectContaining({ id: 'a', date: '2020', abstract: 'Text', doi: '10.1000/x' }) as unknown,
      },
    ])
    // Known by the DOI that it got, too.
    const now = [updated[0], ...old.papers.slice(1), ...added]
    expect(mergePapers(now, more.papers)).toMatchObject({ added: [], updated: [] })
    expect(mergePapers(now, (await read({ title: 'T', doi: '10.1000/x' })).papers)).toMatchObject({
      added: [],
      updated: [],
    })
    expect(keyOf(now[0].paper)).toBe('doi:10.1000/x')
  })

  it('lets one record with an own id claim a paper without one, not two', async () => {
    const old = await read({ title: 'First', doi: '10.1000/x' })
    const more = await read(
      { id: 'a', title: 'Second', doi: '10.1000/x' },
      { id: 'b', title: 'First', doi: '10.1000/x' },
    )
    const { added } = mergePapers(old.papers, more.papers)
    expect(ids(added)).toEqual(['a'])
    expect(mergePapers([...old.papers, ...added], more.papers)).toMatchObject({ added: [], updated: [] })
  })

  it('counts duplicates across files, and sums their receipts', async () => {
    const file = (name: string, text: string) => ({ name, bytes: inPieces(new TextEncoder().encode(text), 100) })
    const { papers, receipt } = await readFiles(
      [
        file('a.jsonl', '{"title": "T", "doi": "10.1000/x"}\n{"title": ""}\n{"title": "T", "doi": "10.1000/x"}'),
        file('b.csv', 'title,doi,year\nT,10.1000/x,2020\nU,,2021\n'),
      ],
      { asOf: '2026-01-01' },
    )
    expect(ids(papers)).toHaveLength(2)
    expect(receipt).toMatchObject({
      format: 'mixed',
      encoding: 'utf-8',
      records: 5,
      papers: 2,
      duplicates: 2,
      from: '2020',
      to: '2021',
    })
    expect(receipt.rejected).toEqual([{ line: 2, record: 2, reason: 'a.jsonl: no title' }])
    expect(
      receipt.files.map(({ file, papers, duplicates, rejected }) => [file, papers, duplicates, rejected.length]),
    ).toEqual([
      ['a.jsonl', 1, 1, 1],
      ['b.csv', 2, 0, 0],
    ])
  })

  it('is the same for files in any order', async () => {
    const a = await read({ id: '1', title: 'A' }, { title: 'C', doi: '10.1000/x' })
    const b = await read({ id: '1', title: 'B' }, { id: '2', title: 'C', doi: '10.1000/x', abstract: 'x' })
    expect(mergeRecords([...a.papers, ...b.papers])).toEqual(mergeRecords([...b.papers, ...a.papers]))
  })
})
