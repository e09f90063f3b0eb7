import { describe, expect, it } from 'vitest'
import { byTitle, readText, refusal } from './read-text.ts'

describe('other views of the page', () => {
  it('reads a daily listing: submitter, votes above the title, no abstract, comments below', async () => {
    const listing = `Daily Papers
by AK and the research community

Dec 16

Submitted by

taesiri

73

First Paper: A Study of Things

Tencent-Hunyuan Tencent Hunyuan
·
12 authors

4

Submitted by
akhaliq
1,204
Second Paper Without an Organisation
·
9 authors
Submitted by someone
5
Third Paper Has One Author
·
1 author
11
`
    const result = await readText(listing)
    expect(result.receipt).toMatchObject({ records: 3, papers: 3, titlesOnly: 3 })
    expect(byTitle(result, 'First Paper')).toMatchObject({
      votes: 73,
      comments: 4,
      authorCount: 12,
      organization: 'Tencent-Hunyuan',
      date: null,
      abstract: null,
    })
    expect(byTitle(result, 'Second')).toMatchObject({ votes: 1204, comments: null, authorCount: 9, organization: null })
    expect(byTitle(result, 'Third')).toMatchObject({ votes: 5, comments: 11, authorCount: 1 })
  })

  it('reads votes above titles without submitters', async () => {
    const text = `73\nFirst paper of the list\n  • 2 authors\n·\nMay 2, 2024\n5\n\n12\nSecond paper of the list\n  • 3 authors\n·\nMay 3, 2024\n`
    const result = await readText(text)
    expect(byTitle(result, 'First')).toMatchObject({ votes: 73, comments: 5, date: '2024-05-02' })
    expect(byTitle(result, 'Second')).toMatchObject({ votes: 12, comments: null, date: '2024-05-03' })
  })

  it('reads the trending view, footers on one line and buttons between', async () => {
    const abstract = 'We study a thing at length. '.repeat(12).trim()
    const text = `Trending Papers
by AK and the research community

A Trending Paper

${abstract}

nvidia NVIDIA
·
Published on Aug 22, 2025

Upvote
73

GitHub 12.3k
arXiv Page

Another Trending Paper

${abstract}

9 authors · Published on Nov 11, 2024

Upvote
1.2k
arXiv Page
`
    const result = await readText(text)
    expect(result.receipt.papers).toBe(2)
    expect(byTitle(result, 'A Trending')).toMatchObject({ date: '2025-08-22', organization: 'nvidia', abstract })
    expect(byTitle(result, 'Another')).toMatchObject({ date: '2024-11-11', authorCount: 9, abstract })
  })

  it('joins an abstract of several paragraphs and keeps what looks like markup', async () => {
    const text = `Log in now\nThe title of this paper\nFirst part, a < b.\nSecond part &amp; more.\n  • 3 authors\n·\nMay 3, 2024\n`
    expect((await readText(`Daily Papers\nMay 4, 2024\n${text.slice(11)}`)).papers[0]?.paper).toMatchObject({
      title: 'The title of this paper',
      abstract: 'First part, a < b. Second part &amp; more.',
    })
  })

  it('reads the saved HTML of the page, and refuses any other HTML', async () => {
    const records = [
      { paper: { id: '2401.00001', title: 'Saved & kept', publishedAt: '2024-01-01T00:00:00Z', upvotes: 3 } },
    ]
    const props = JSON.stringify({ dailyPapers: records }).replaceAll('&', '&amp;').replaceAll('"', '&quot;')
    const html = `<!doctype html>\n<html><body>\n<div data-target="DailyPapers" data-props="${props}"></div></body></html>`
    expect((await readText(html)).papers[0]?.paper).toMatchObject({ id: '2401.00001', title: 'Saved & kept', votes: 3 })
    expect(await refusal('<!DOCTYPE html><html><body><p>Hello</p></body></html>')).toMatchObject({
      code: 'unsupported-format',
    })
  })
})
