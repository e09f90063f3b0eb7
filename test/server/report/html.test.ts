import { describe, expect, it } from 'vitest'
import { buildReport } from '../../../server/report/build-report.ts'
import { html } from '../../../server/report/html.tsx'
import { PAYLOADS, paperOf, reportInput } from './report-input.ts'

const VOID = new Set(['meta', 'br', 'hr', 'img', 'input', 'link'])

/** Reads a page strictly: every tag closes what is open, every attribute is quoted. Gives the tags with their attributes. */
function parseHtml(page: string): { tags: { name: string; attributes: Map<string, string> }[]; text: string } {
  const tags: { name: string; attributes: Map<string, string> }[] = []
  const open: string[] = []
  let text = ''
  let at = '<!doctype html>'.length
  while (at < page.length) {
    if (page[at] !== '<') {
      const next = page.indexOf('<', at)
      const end = next < 0 ? page.length : next
      if (open.at(-1) !== 'style') text += page.slice(at, end)
      at = end
      continue
    }
    const close = /<\/([a-z0-9]+)>/iy
    close.lastIndex = at
    const closing = close.exec(page)
    if (closing) {
      expect(open.pop()).toBe(closing[1])
      at = close.lastIndex
      continue
    }
    const start = /<([a-z0-9]+)((?:\s+[\w:-]+(?:="[^"<>]*")?)*)\s*(\/?)>/iy
    start.lastIndex = at
    const opening = start.exec(page)
    if (!opening) throw new Error(`not a tag: ${page.slice(at, at + 120)}`)
    const attributes = new Map<string, string>()
    for (const [, name, value] of opening[2].matchAll(/([\w:-]+)(?:="([^"]*)")?/g)) attributes.set(name, value ?? '')
    tags.push({ name: opening[1], attributes })
    if (!VOID.has(opening[1]) && opening[3] === '') open.push(opening[1])
    at = start.lastIndex
  }
  expect(open).toEqual([])
  return { tags, text }
}

const hostile = PAYLOADS.map((text, index) =>
  paperOf(String(index).padStart(2, '0'), {
    title: text,
    abstract: text,
    authors: [text],
    venue: text,
    doi: text,
    url: index % 2 ? text : `https://example.org/${text}`,
    date: '2024-11-21',
  }),
)

function page(papers = hostile): string {
  const input = reportInput(papers)
  const name = PAYLOADS.join(' ')
  const topics = input.topics.map((topic, index) => ({
    ...topic,
    label: PAYLOADS[index * 3 + 5],
    terms: PAYLOADS,
    themeLabel: PAYLOADS[index + 5],
  }))
  const facts = { ...input.analysis.facts, notes: PAYLOADS }
  return [
    ...html(buildReport({ ...input, collection: { name }, topics, analysis: { ...input.analysis, facts } })),
  ].join('')
}

describe('html', () => {
  const { tags, text } = parseHtml(page())

  it('is well formed and holds no script, no handler and nothing that is fetched', () => {
    const names = new Set(tags.map((tag) => tag.name))
    for (const name of [
      'script',
      'img',
      'iframe',
      'object',
      'embed',
      'link',
      'form',
      'input',
      'video',
      'audio',
      'base',
    ]) {
      expect(names).not.toContain(name)
    }
    for (const { attributes } of tags) {
      for (const [name, value] of attributes) {
        expect(name).not.toMatch(/^on|^src|^xlink|^srcset|^action/)
        if (name === 'href') expect(value).toMatch(/^(#[a-z0-9-]+$|https?:\/\/)/)
        if (name === 'style') expect(value).not.toMatch(/url\(|expression/)
      }
    }
    expect(page()).not.toMatch(/@import|url\(/)
  })

  it('carries its own content security policy', () => {
    const policy = tags.find((tag) => tag.attributes.get('http-equiv') === 'Content-Security-Policy')
    expect(policy?.attributes.get('content')).toContain('default-src &#39;none&#39;'.replaceAll('&#39;', "'"))
  })

  it('shows payloads as text', () => {
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(text).toContain('javascript:alert(1)')
    expect(text).not.toContain('\u0000')
  })

  it('gives every anchor one place, and every link to an anchor a place', () => {
    const ids = tags.flatMap((tag) => tag.attributes.get('id') ?? [])
    expect(new Set(ids).size).toBe(ids.length)
    for (const { attributes } of tags) {
      const href = attributes.get('href')
      if (href?.startsWith('#')) expect(ids).toContain(href.slice(1))
    }
  })

  it('lists every paper exactly once', () => {
    const items = tags.filter((tag) => tag.name === 'li' && /^p\d+$/.test(tag.attributes.get('id') ?? ''))
    expect(items).toHaveLength(hostile.length)
  })

  it('says in words why there is no verdict, and what made the result', () => {
    const papers = [paperOf('a'), paperOf('b'), paperOf('c')]
    const plain = [...html(buildReport(reportInput(papers)))].join('')
    for (const said of [
      'Too few papers for a verdict.',
      'seed 7',
      '23 Dec 2025, 09:12 UTC',
      'Tidemap 0.1.0',
      'abc123',
      'Not enough data',
    ]) {
      expect(plain).toContain(said)
    }
    expect(plain).not.toMatch(/NaN|undefined|Infinity/)
  })

  it('stays small and quick for many papers', () => {
    const many = Array.from({ length: 5_000 }, (_, index) =>
      paperOf(String(index).padStart(6, '0'), {
        abstract: 'x'.repeat(1500),
        date: '2020',
        authors: ['A. Lee', 'B. Roy'],
      }),
    )
    const model = buildReport(reportInput(many, 20, 'steady'))
    let length = 0
    for (const piece of html(model)) length += piece.length
    expect(length).toBeLessThan(5_000 * 400)
  })
})
