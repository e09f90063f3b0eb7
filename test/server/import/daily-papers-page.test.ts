import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { TidemapError } from '../../../shared/error.ts'
import { byTitle, readText, refusal } from './read-text.ts'

const page = readFileSync(new URL('../../../server/demo/daily-papers-page.txt', import.meta.url), 'utf8')

describe('the sample page', async () => {
  const result = await readText(page)
  const papers = result.papers.map(({ paper }) => paper)

  it('gives 39 papers, none rejected, with what is known of each', () => {
    expect(result.receipt).toMatchObject({
      format: 'daily-papers-page',
      encoding: 'utf-8',
      records: 39,
      papers: 39,
      rejected: [],
      duplicates: 0,
      titlesOnly: 0,
      inferredDates: 12,
      from: '2016-04-29',
      to: '2025-11-25',
    })
    expect(papers.filter(({ authorCount }) => authorCount !== null)).toHaveLength(37)
    expect(papers.flatMap(({ organization }) => organization ?? []).toSorted()).toEqual(['ServiceNow-AI', 'adobe'])
    expect(papers.filter(({ comments }) => comments !== null).map(({ comments }) => comments)).toEqual([2, 2, 2, 2, 2])
    expect(
      papers.every(({ authors, abstract, datePrecision }) => authors === null && abstract && datePrecision === 'day'),
    ).toBe(true)
    expect(result.receipt.fields).toMatchObject({
      title: { column: null, papers: 39 },
      organization: { column: null, papers: 2 },
      authorCount: { column: null, papers: 37 },
      comments: { column: null, papers: 5 },
    })
    expect(result.receipt.notes).toEqual([expect.stringContaining('2025-12-16')])
  })

  it.each([
    ['Token Merging for Training-Free Semantic Binding in Text-to-Image Synthesis', '2024-11-11', 9, null, false],
    ['UniSite: The First Cross-Structure Dataset', '2025-06-03', 4, null, true],
    ['The Devil in the Details', '2025-11-25', 1, null, true],
    ['Small-scale proxies for large-scale Transformer', '2023-09-25', 16, 2, false],
    ['Optimizing What Matters: AUC-Driven Learning', '2025-09-30', null, 2, true],
    ['Learning an Image Editing Model', '2025-10-16', null, 2, true],
    ['The Z-loss', '2016-04-29', 2, null, false],
    ['Understanding Warmup-Stable-Decay Learning Rates', '2024-10-07', 6, null, false],
  ])('reads %s', (title, date, authorCount, comments, dateInferred) => {
    expect(byTitle(result, title)).toMatchObject({
      date,
      authorCount,
      comments,
      dateInferred,
      source: 'daily-papers-page',
    })
  })

  it('does not depend on where the pieces end, on line ends or on blank lines', async () => {
    expect(await readText(page, { piece: 1013 })).toEqual(result)
    expect((await readText(page.replaceAll('\n', '\r\n'))).papers).toEqual(result.papers)
    expect((await readText(page.replaceAll('\n', '\r\n'), { piece: 1 })).papers).toEqual(result.papers)
    expect((await readText(page.replaceAll('\n\n', '\n'))).papers).toEqual(result.papers)
    expect((await readText(page.replaceAll('\n', '\r'))).papers).toEqual(result.papers)
    expect((await readText(`\ufeff${page}`)).papers).toEqual(result.papers)
  })

  it('does not depend on the date of reading, since papers tell the year', async () => {
    expect((await readText(page, { asOf: '2031-02-03' })).papers).toEqual(result.papers)
  })

  it('reads the page without its head, and with the menus of the whole site around it', async () => {
    const bare = page.slice(page.indexOf('Token Merging'))
    expect((await readText(bare, { asOf: '2025-12-16' })).papers).toEqual(result.papers)
    const menus = 'Hugging Face\nModels\nDatasets\nSpaces\nDocs\nPricing\nLog In\nSign Up\n'
    const foot = '\nSystem theme\nCompany\nTOS\nPrivacy\nAbout\nCareers\nWebsite\nModels\nDatasets\n'
    expect((await readText(menus + page + foot)).papers).toEqual(result.papers)
    const unknownMenu = page
      .slice(page.indexOf('Token Merging'))
      .replace(/^/, 'Some menu of tomorrow\nPapers of today\n')
    expect((await readText(unknownMenu, { asOf: '2025-12-16' })).papers).toEqual(result.papers)
  })

  it('says which lines below the last paper were left out', async () => {
    const { receipt } = await readText(`${page}\nBrand new link\n`)
    expect(receipt.papers).toBe(39)
    expect(receipt.notes).toContain('lines left out below the last paper: 1')
  })

  it('refuses a paper that is cut short, naming its line, or lists it', async () => {
    const cut = page.slice(0, page.lastIndexOf('•'))
    const line = page.slice(0, page.indexOf('Understanding Warmup')).split('\n').length
    expect(await refusal(cut)).toMatchObject({ code: 'unprocessable', line })
    const { receipt } = await readText(cut, { skipBad: true })
    expect(receipt).toMatchObject({ records: 39, papers: 38, rejected: [{ line, record: 39 }] })
  })

  it('refuses a paper that lost its date at the end of the page', async () => {
    const cut = page.slice(0, page.lastIndexOf('·'))
    const line = page.slice(0, page.indexOf('Understanding Warmup')).split('\n').length
    expect(await refusal(cut)).toMatchObject({ code: 'unprocessable', line })
  })

  it('refuses a paper whose footer is missing in the middle, or lists it', async () => {
    const lines = page.split('\n')
    const at = lines.indexOf('Jun 3')
    const damaged = lines.toSpliced(at - 2, 3).join('\n')
    const line = lines.findIndex((text) => text.startsWith('UniSite:')) + 1
    expect(await refusal(damaged)).toMatchObject({ code: 'unprocessable', line })
    const { receipt } = await readText(damaged, { skipBad: true })
    expect(receipt).toMatchObject({ records: 39, papers: 38, rejected: [{ line, record: 2 }] })
  })

  it('rejects a paper whose title is missing, with the line of its abstract', async () => {
    const lines = page.split('\n')
    const at = lines.findIndex((text) => text.startsWith('LOST: '))
    const { receipt } = await readText(lines.toSpliced(at, 2).join('\n'))
    expect(receipt).toMatchObject({
      records: 39,
      papers: 38,
      rejected: [{ line: at + 1, record: 4, reason: 'no title' }],
    })
  })

  it('never makes up a paper, wherever the page is cut', async () => {
    const whole = new Map(papers.map((paper) => [paper.title, paper]))
    for (let end = 200; end < page.length; end += 1499) {
      const cut = await readText(page.slice(0, end), { skipBad: true }).catch((error: unknown) => {
        expect(error).toBeInstanceOf(TidemapError)
        return null
      })
      // The year of a page follows from the papers that are left.
      const dayOf = (date: string | null | undefined, inferred: boolean) => (inferred ? date?.slice(4) : date)
      for (const { paper } of cut?.papers ?? []) {
        const { date, ...rest } = paper
        const known = whole.get(paper.title)
        expect(known).toMatchObject(rest)
        expect(dayOf(known?.date, paper.dateInferred)).toBe(dayOf(date, paper.dateInferred))
      }
    }
  })

  it('rejects a paper without a title, with its line', async () => {
    const { receipt } = await readText(`${page}\n\n  • 3 authors\n·\nMay 3, 2024\n`)
    expect(receipt).toMatchObject({ records: 40, papers: 39 })
    expect(receipt.rejected).toEqual([{ line: page.split('\n').length + 2, record: 40, reason: 'no title' }])
  })
})

describe('the year of a page', () => {
  const paper = (date: string) => `A title of a paper\n\nAn abstract.\n\n  • 3 authors\n·\n${date}\n\n`
  const dates = async (text: string, asOf = '2026-01-15') =>
    (await readText(text, { asOf })).papers.map(({ paper: { date, dateInferred } }) => [date, dateInferred])

  it('is the one that is written', async () => {
    expect(await dates(`Daily Papers\nDec 16, 2023\n\n${paper('Dec 17')}`)).toEqual([['2022-12-17', true]])
  })
  it('is that of the reading without any explicit year', async () => {
    expect(await dates(`Daily Papers\nDec 16\n\n${paper('Dec 16')}`)).toEqual([['2025-12-16', true]])
    expect(await dates(`Daily Papers\nJan 15\n\n${paper('Dec 16')}`)).toEqual([['2025-12-16', true]])
    expect(await dates(`Daily Papers\nJan 16\n\n${paper('Jan 16')}`)).toEqual([['2025-01-16', true]])
  })
  it('follows the newest dated paper', async () => {
    expect(await dates(`Daily Papers\nDec 16\n\n${paper('Dec 16, 2020')}`)).toEqual([['2020-12-16', false]])
    const two = paper('Dec 17, 2020') + paper('Dec 16').replace('A title', 'Another title')
    expect(await dates(`Daily Papers\nDec 16\n\n${two}`)).toEqual(
      expect.arrayContaining([
        ['2020-12-17', false],
        ['2021-12-16', true],
      ]),
    )
  })
  it('finds a 29 February', async () => {
    expect(await dates(`Daily Papers\nMar 3\n\n${paper('Feb 29')}`)).toEqual([['2024-02-29', true]])
    expect(await dates(`Daily Papers\nFeb 29\n\n${paper('Feb 28')}`)).toEqual([['2024-02-28', true]])
  })
  it('is worked out for each of several pages in one paste', async () => {
    const first = `Daily Papers\nDec 16\n\n${paper('Dec 16, 2020')}`
    const second = `Daily Papers\nDec 20\n\n${paper('Dec 19').replace('A title', 'Another title')}`
    expect(await dates(first + second)).toEqual(
      expect.arrayContaining([
        ['2020-12-16', false],
        ['2025-12-19', true],
      ]),
    )
  })
})
