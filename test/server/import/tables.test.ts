import { textCell } from '../../../shared/csv.ts'
import { describe, expect, it } from 'vitest'
import { byTitle, readText, refusal } from './read-text.ts'

describe('tables', () => {
  it('finds the usual columns by themselves, whatever their case, spaces and punctuation', async () => {
    const csv = `\ufeffPaper ID,DOCUMENT_TITLE,Abstract Note,Publication Year,Author(s),DOI,Link,Author Keywords,Publication Title,Up-Votes,Label
7,"A title, with a comma","Line one
line two with ""quotes""",2021,"Doe, Jane; Roe, R.",https://doi.org/10.1000/AB,https://x.org/1,a; b,Journal of X,12,cs
8,Second,,2022,,,javascript:alert(1),,,,
`
    const result = await readText(csv)
    expect(result.receipt).toMatchObject({
      format: 'csv',
      records: 2,
      papers: 2,
      titlesOnly: 1,
      from: '2021',
      to: '2022',
    })
    expect(result.receipt.fields).toMatchObject({
      id: { column: 'Paper ID', papers: 2 },
      title: { column: 'DOCUMENT_TITLE', papers: 2 },
      abstract: { column: 'Abstract Note', papers: 1 },
      date: { column: 'Publication Year', papers: 2 },
      doi: { column: 'DOI', papers: 1 },
    })
    expect(byTitle(result, 'A title')).toEqual({
      id: '7',
      title: 'A title, with a comma',
      abstract: 'Line one line two with "quotes"',
      date: '2021',
      datePrecision: 'year',
      dateInferred: false,
      authors: ['Doe, Jane', 'Roe, R.'],
      authorCount: 2,
      organization: null,
      venue: 'Journal of X',
      doi: '10.1000/ab',
      url: 'https://x.org/1',
      keywords: ['a', 'b'],
      votes: 12,
      comments: null,
      label: 'cs',
      source: 'csv',
    })
    expect(byTitle(result, 'Second')).toMatchObject({
      url: null,
      doi: null,
      authors: null,
      keywords: null,
      votes: null,
    })
    expect(await readText(csv, { piece: 3 })).toEqual(result)
  })

  it.each([
    ['\t', 'tsv'],
    [';', 'csv'],
    ['|', 'csv'],
  ])('reads cells parted by %j', async (mark, format) => {
    const text =
      ['title', 'abstract', 'year'].join(mark) + '\n' + ['A, B and C', 'Some, text', '2020'].join(mark) + '\n'
    const { papers, receipt } = await readText(text)
    expect(receipt.format).toBe(format)
    expect(papers[0].paper).toMatchObject({ title: 'A, B and C', abstract: 'Some, text', date: '2020' })
  })

  it('skips lines above the header and blank rows, and counts lines as an editor does', async () => {
    const text =
      'sep=,\r\n"About the data: exported ""today"", all of it"\r\n\r\ntitle,date\r\n"Two\r\nlines",2020\r\n\r\n,2021\r\n,,\r\nLast,2022\r\n'
    const { receipt, papers } = await readText(text)
    expect(receipt).toMatchObject({ records: 3, papers: 2, rejected: [{ line: 8, record: 2, reason: 'no title' }] })
    expect(papers.map(({ paper }) => paper.title).toSorted()).toEqual(['Last', 'Two lines'])
  })

  it('takes a title alone, and says how many', async () => {
    expect((await readText('title\nOne\nTwo\n')).receipt).toMatchObject({ papers: 2, titlesOnly: 2 })
  })

  it('puts a date together from year and month columns', async () => {
    const { papers } = await readText(
      'Title,Publication Date,Publication Year\nA,NOV 15,2020\nB,SPR,2021\nC,,2022\nD,MAY,2023\n',
    )
    expect(papers.map(({ paper: { title, date } }) => `${title} ${date}`).toSorted()).toEqual([
      'A 2020-11-15',
      'B 2021',
      'C 2022',
      'D 2023-05',
    ])
    const odd = await readText('title,date,Publication Year\nA,primavera 2020,2020\n')
    expect(odd.papers[0].paper.date).toBe('2020')
    expect(await refusal('title,date\nA,primavera 2020\n')).toMatchObject({ line: 2 })
    expect((await readText('title,year,month\nA,2020,5\n')).papers[0].paper.date).toBe('2020-05')
  })

  it('refuses an unknown date with its line, or lists the record', async () => {
    const text = 'title,date\nA,2024-12\nB,2024-13\nC,n.d.\n'
    expect(await refusal(text)).toMatchObject({ message: 'unknown date: 2024-13', line: 3, status: 422 })
    const { receipt } = await readText(text, { skipBad: true })
    expect(receipt).toMatchObject({
      records: 3,
      papers: 2,
      rejected: [{ line: 3, record: 2, reason: 'unknown date: 2024-13' }],
    })
  })

  it('refuses a quote that is never closed, naming the line where its record starts', async () => {
    const text = 'title,abstract\nA,fine\nB,"cut\noff here'
    expect(await refusal(text)).toMatchObject({ line: 3, message: expect.stringContaining('never closed') as string })
    expect((await readText(text, { skipBad: true })).receipt).toMatchObject({
      records: 2,
      papers: 1,
      rejected: [{ line: 3 }],
    })
  })

  it('refuses a quote that swallows the next row', async () => {
    expect(await refusal('title,abstract\nA,"one\nB,"two"\nC,"three"\n')).toMatchObject({ line: 2 })
  })

  it('refuses a last row that is cut short, and takes short rows elsewhere', async () => {
    expect(await refusal('title,abstract,year\nA,b,2020\nB,c')).toMatchObject({ line: 3 })
    const { receipt } = await readText('title,abstract,year\nA\nB,c,2020\n')
    expect(receipt).toMatchObject({ papers: 2, notes: ['records with fewer cells than there are columns: 1'] })
  })

  it('refuses surplus cells where all columns are read, and takes them where some are not', async () => {
    expect(await refusal('title,abstract\nA, with a comma,text\n')).toMatchObject({ line: 2 })
    const { receipt, papers } = await readText('title,abstract,publisher,EID\nA,b,P,shifted,e-1\n')
    expect(receipt.notes).toEqual([expect.stringContaining('1')])
    expect(papers[0].paper.id).toBe('e-1')
  })

  it('names what it found where there is no title column', async () => {
    expect(await refusal('name,year\nA,2020\n')).toMatchObject({ line: 1, message: 'no title column: name, year' })
  })

  it('reads list literals, dates such as 2014// and cells that say nothing', async () => {
    const text = `abstract,first_authors,id,keywords,title,publication_year,url\nText,"['Marx, Karl', 'Lindgren, Astrid']",nan,"['a b', 'c']",T,2014//,None\n`
    expect((await readText(text)).papers[0].paper).toMatchObject({
      id: expect.stringMatching(/^sha:/) as string,
      authors: ['Marx, Karl', 'Lindgren, Astrid'],
      keywords: ['a b', 'c'],
      date: '2014',
      url: null,
    })
  })

  it('reads Web of Science tags, PubMed, Zotero and Embase names', async () => {
    const wos =
      'PT\tAU\tTI\tSO\tDE\tAB\tPD\tPY\tDI\tUT\nJ\tDoe, J; Roe, R\tA title\tNATURE\tx; y\tText\tNOV\t2020\t10.1/bad\tWOS:1\n'
    expect((await readText(wos)).papers[0].paper).toMatchObject({
      id: 'WOS:1',
      title: 'A title',
      venue: 'NATURE',
      date: '2020-11',
      authors: ['Doe, J', 'Roe, R'],
      keywords: ['x', 'y'],
      doi: null,
    })
    const pubmed =
      'PMID,Title,Authors,Citation,First Author,Journal/Book,Publication Year,Create Date,PMCID,NIHMS ID,DOI\n1,T,"Doe J, Roe R.",c,Doe J,Lancet,2021,2021/05/06,,,10.1000/x\n'
    expect((await readText(pubmed)).papers[0].paper).toMatchObject({
      id: '1',
      venue: 'Lancet',
      date: '2021',
      doi: '10.1000/x',
    })
    const zotero =
      '"Key","Item Type","Publication Year","Author","Title","Publication Title","DOI","Url","Abstract Note","Date","Manual Tags"\n"K1","journalArticle","2020","Doe, Jane; Roe, R.","T","J","","https://x.org","Abs","2020-05-01","a; b"\n'
    expect((await readText(zotero)).papers[0].paper).toMatchObject({
      id: 'K1',
      venue: 'J',
      date: '2020-05-01',
      title: 'T',
    })
    const embase =
      'Title,Author Names,Source,Abstract\nT,"Liu R., Adler D.G.",Cancer (2004) 102:4 (253-258). Date of Publication: 25 Aug 2004,Abs\n'
    expect((await readText(embase)).papers[0].paper).toMatchObject({ venue: 'Cancer', date: '2004-08-25' })
  })
})

describe('our own report', () => {
  it('is read back as it was, formula escapes and all', async () => {
    const texts = ['=1+1', '-5.2', 'a <i>b</i> &amp; c', ' =x', '+1', '@a', "'quoted' title", '|cmd']
    const rows = texts.map((text, i) =>
      [
        textCell(`id${i}`),
        textCell(`${text} ${i}`),
        textCell(text.trim()),
        '2025-06-03',
        i % 2 === 0 ? 'true' : 'false',
        '',
        '1',
      ].join(','),
    )
    const { papers } = await readText(`paper_id,title,abstract,date,date_inferred,doi,topic_id\n${rows.join('\n')}\n`)
    expect(
      papers.map(({ paper: { id, title, abstract, dateInferred } }) => [id, title, abstract, dateInferred]),
    ).toEqual(texts.map((text, i) => [`id${i}`, `${text} ${i}`.trim(), text.trim(), i % 2 === 0]))
  })
})
