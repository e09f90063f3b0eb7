import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { paperLine } from '../../../shared/paper.ts'
import { byTitle, readText, refusal } from './read-text.ts'

const records = [
  {
    id: 'a',
    title: 'First "quoted" {title}',
    abstract: 'Text [x]',
    date: '2024-05',
    authors: ['A B'],
    keywords: ['k'],
  },
  { id: 'b', title: 'Second', abstract: null, date: 2023, authors: 'C D; E F', comments: '12 pages' },
]
const lines = records.map((record) => JSON.stringify(record)).join('\n')

describe('JSON', () => {
  it('gives the same papers as lines, as an array, and inside an object, whatever the pieces', async () => {
    const { papers } = await readText(lines)
    expect(papers.map(({ paper: { id, date, abstract } }) => [id, date, abstract])).toEqual([
      ['a', '2024-05', 'Text [x]'],
      ['b', '2023', null],
    ])
    const plain = (result: Awaited<ReturnType<typeof readText>>) =>
      result.papers.map(({ paper }) => ({ ...paper, source: null }))
    for (const key of ['papers', 'data', 'results', 'works', 'items']) {
      const text = JSON.stringify(
        { total: 2, next: { a: [1, '"]'] }, [key]: records, after: 'x' },
        null,
        key === 'data' ? 2 : 0,
      )
      for (const piece of [1, 7, 4096])
        expect(plain(await readText(text, { piece }))).toEqual(plain({ papers } as never))
    }
    expect(plain(await readText(JSON.stringify(records, null, 2), { piece: 5 }))).toEqual(plain({ papers } as never))
    expect(plain(await readText(JSON.stringify({ message: { items: records } })))).toEqual(plain({ papers } as never))
    expect(plain(await readText(gzipSync(lines)))).toEqual(plain({ papers } as never))
  })

  it('reads one record by itself, and pretty-printed ones after each other', async () => {
    expect((await readText(JSON.stringify(records[0]))).papers).toHaveLength(1)
    const pretty = records.map((record) => JSON.stringify(record, null, 2)).join('\n')
    expect((await readText(pretty)).receipt).toMatchObject({ format: 'json', papers: 2 })
  })

  it('reads what the Hugging Face API returns', async () => {
    const post = {
      paper: {
        id: '2602.00001',
        authors: [{ _id: '1', name: 'Ada L', hidden: false }],
        publishedAt: '2026-02-26T17:08:18.000Z',
        title: 'Inner title',
        summary: 'Inner\nsummary',
        upvotes: 10,
        ai_keywords: ['x y'],
        organization: { _id: '2', name: 'Lab', fullname: 'The Laboratory' },
      },
      publishedAt: '2026-02-27T12:08:18.000Z',
      title: 'Outer title',
      numComments: 3,
    }
    const { papers } = await readText(JSON.stringify([post]))
    expect(papers[0]).toMatchObject({
      key: 'arxiv:2602.00001',
      ownId: true,
      paper: {
        id: '2602.00001',
        title: 'Inner title',
        abstract: 'Inner summary',
        date: '2026-02-26',
        authors: ['Ada L'],
        organization: 'Lab',
        votes: 10,
        comments: 3,
        keywords: ['x y'],
        url: 'https://arxiv.org/abs/2602.00001',
      },
    })
  })

  it('reads Crossref, OpenAlex and Semantic Scholar records', async () => {
    const text = JSON.stringify([
      {
        title: ['A work'],
        abstract: '<jats:p>Text</jats:p>',
        issued: { 'date-parts': [[2020, 5]] },
        author: [{ given: 'A', family: 'B' }],
        DOI: '10.1000/A',
        'container-title': ['J'],
      },
      {
        id: 'https://openalex.org/W1',
        display_name: 'Another',
        abstract_inverted_index: { Deep: [0], nets: [1] },
        publication_date: '2021-03-04',
      },
      {
        paperId: 'p1',
        title: 'Third',
        year: 2022,
        externalIds: { DOI: '10.1000/B', ArXiv: '2201.00001' },
        authors: [{ name: 'C' }],
      },
    ])
    const result = await readText(text)
    expect(byTitle(result, 'A work')).toMatchObject({
      abstract: 'Text',
      date: '2020-05',
      authors: ['A B'],
      doi: '10.1000/a',
      venue: 'J',
    })
    expect(byTitle(result, 'Another')).toMatchObject({ abstract: 'Deep nets', date: '2021-03-04' })
    expect(byTitle(result, 'Third')).toMatchObject({ doi: '10.1000/b', url: 'https://arxiv.org/abs/2201.00001' })
  })

  it('reads back what papers.jsonl holds, unchanged', async () => {
    const text = [
      {
        id: 'x<1>',
        title: 'a <i>b</i> &amp; c',
        abstract: 'None',
        date: '2024-05-06',
        dateInferred: true,
        datePrecision: 'day',
      },
      {
        id: 'sha:0123456789abcdef',
        title: 'T',
        source: 'daily-papers-page',
        dateInferred: false,
        datePrecision: null,
        authors: ['Wei W', 'Wei W'],
      },
      {
        id: 'doi:10.1000/x',
        doi: '10.1000/x',
        title: 'U',
        dateInferred: false,
        datePrecision: null,
        keywords: ['a; b'],
        votes: 0,
      },
    ]
      .map((record) => JSON.stringify(record))
      .join('\n')
    const first = await readText(text)
    const again = await readText(first.papers.map(({ paper }) => paperLine(paper)).join('\n'))
    expect(again.papers).toEqual(first.papers)
    expect(byTitle(first, 'a <i>b</i> &amp; c')).toMatchObject({ abstract: 'None', dateInferred: true, id: 'x<1>' })
    expect(first.papers.find(({ paper }) => paper.title === 'T')).toMatchObject({
      ownId: false,
      paper: { id: 'sha:0123456789abcdef', source: 'daily-papers-page', authors: ['Wei W', 'Wei W'] },
    })
  })

  it.each([
    ['a cut last line', `${lines}\n{"title": "C", "abstr`, 3],
    ['a cut first line', `{"title": "C", "abs\n${lines}`, 1],
    ['a cut array', `[\n${records.map((record) => JSON.stringify(record)).join(',\n')},\n{"title": "C"`, 4],
    ['an array without its end', `[\n${JSON.stringify(records[0])}\n`, 3],
    ['a missing comma', `[\n{"title": "A"}\n{"title": "B"}\n]`, 3],
    ['a record that is a number', `{"title": "A"}\n42`, 2],
    ['a record that is a list', `[\n["title"]\n]`, 2],
    ['brackets that do not match', `[\n{"title": "A", "x": [1}]\n]`, 2],
    ['a bare word', `[\n{"title": A}\n]`, 2],
    ['a title that is an object', `{"title": {"x": 1}}\n{"title": "B"}`, 1],
    ['a title that is true', `{"title": "B"}\n{"title": true}`, 2],
    ['an abstract that is an object', `[{"title": "B"},\n{"title": "C", "abstract": {}}]`, 2],
    ['a date that is true', `{"title": "B"}\n{"title": "C", "date": true}`, 2],
    ['a date that cannot be', `{"title": "B"}\n\n{"title": "C", "date": "2024-02-30"}`, 3],
  ])('refuses %s, naming its line', async (_, text, line) => {
    expect(await refusal(text)).toMatchObject({ code: 'unprocessable', line })
  })

  it('lists what it skips', async () => {
    const text = `{"title": "A"}\n{"title": \n\n{"title": ""}\n[1]\n{"title": "B", "date": "2024-13"}\n{"title": "C"}`
    const { receipt } = await readText(text, { skipBad: true })
    expect(receipt).toMatchObject({ records: 6, papers: 2 })
    expect(receipt.rejected.map(({ line, record }) => [line, record])).toEqual([
      [2, 2],
      [4, 3],
      [5, 4],
      [6, 5],
    ])
    const array = await readText('[{"title": "A"}, {"title": x}, {"title": "B"}]', { skipBad: true })
    expect(array.receipt).toMatchObject({ records: 3, papers: 2 })
  })

  it('bounds depth and length of a record', async () => {
    const deep = (n: number) => `{"title": "A", "x": ${'['.repeat(n)}${']'.repeat(n)}}`
    expect((await readText(deep(60))).papers).toHaveLength(1)
    expect(await refusal(deep(65))).toMatchObject({ line: 1 })
    expect(await refusal(`{"title": "B"}\n${deep(400_000)}`)).toMatchObject({ line: 2 })
    expect(await refusal(`[${'['.repeat(2_000_000)}`)).toMatchObject({ code: 'unprocessable' })
    const long = `{"title": "A", "x": "${'y'.repeat(1_100_000)}"}`
    for (const text of [
      `{"title": "B"}\n${long}`,
      `[{"title": "B"},\n${long}]`,
      `{"papers": [{"title": "B"},\n${long}]}`,
    ]) {
      expect(await refusal(text)).toMatchObject({ line: 2, message: 'record longer than 1 MB' })
      expect((await readText(text, { skipBad: true })).receipt).toMatchObject({ records: 2, papers: 1 })
    }
  })

  it('takes `published: true` for no date', async () => {
    const { papers } = await readText('{"title": "A", "published": true, "year": 2020}')
    expect(papers[0].paper.date).toBe('2020')
  })

  it('takes names such as __proto__ and constructor for what they are', async () => {
    const text = '{"title": "A", "__proto__": {"abstract": "x"}, "constructor": "y", "toString": 1}'
    expect((await readText(text)).papers[0].paper).toMatchObject({ title: 'A', abstract: null })
  })
})
