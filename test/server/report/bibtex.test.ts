import { describe, expect, it } from 'vitest'
import { bibtex, bibtexText } from '../../../server/report/bibtex.ts'
import { bibtexKeys } from '../../../server/report/bibtex-key.ts'
import { buildReport } from '../../../server/report/build-report.ts'
import { PAYLOADS, paperOf, reportInput } from './report-input.ts'

/** Reads BibTeX as BibTeX does: braces count, wherever they stand. Throws where an entry does not end as it should. */
function parseBibtex(text: string): { type: string; key: string; fields: Map<string, string> }[] {
  const entries = []
  const head = /\s*@(\w+)\{([^,\s{}]+),\s*/y
  const name = /(\w+) = /y
  let at = 0
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (found) at = pattern.lastIndex
    return found
  }
  while (at < text.trimEnd().length) {
    const start = match(head)
    if (!start) throw new Error(`no entry at ${at}: ${text.slice(at, at + 60)}`)
    const fields = new Map<string, string>()
    for (let field = match(name); field; field = match(name)) {
      let value = ''
      if (text[at] === '{') {
        let depth = 0
        do {
          if (text[at] === '{') depth++
          if (text[at] === '}') depth--
          value += text[at++]
        } while (depth > 0 && at < text.length)
        if (depth > 0) throw new Error('a field does not end')
      } else value = match(/\w+/y)![0]
      fields.set(field[1], value)
      if (!match(/,\s*/y)) throw new Error(`no comma at ${at}`)
    }
    if (!match(/\}/y)) throw new Error(`no end at ${at}: ${text.slice(at, at + 60)}`)
    entries.push({ type: start[1], key: start[2], fields })
  }
  return entries
}

const NAMES: [string, string][] = [
  ['\\textbraceleft{}', '{'],
  ['\\textbraceright{}', '}'],
  ['\\textasciitilde{}', '~'],
  ['\\textasciicircum{}', '^'],
  ['\\&', '&'],
  ['\\%', '%'],
  ['\\$', '$'],
  ['\\#', '#'],
  ['\\_', '_'],
  ['\\textbackslash{}', '\\'],
]

function plain(value: string): string {
  let text = value
  for (const [escaped, character] of NAMES) text = text.replaceAll(escaped, character)
  return text
}

const papers = PAYLOADS.map((text, index) =>
  paperOf(String(index).padStart(2, '0'), {
    title: text,
    authors: [text, 'Ernst and Young', 'Lee, Ann'],
    organization: text,
    venue: text,
    doi: `10.1/${text}`,
    url: `https://example.org/${text}`,
    keywords: [text],
    abstract: text,
    date: '2024-11-21',
  }),
)
const entries = parseBibtex([...bibtex(buildReport(reportInput(papers)))].join(''))

describe('bibtex', () => {
  it('keeps every payload inside its field', () => {
    expect(entries).toHaveLength(PAYLOADS.length)
    for (const [index, entry] of entries.entries()) {
      expect([...entry.fields.keys()]).toEqual(
        ['title', 'author', 'journal', 'organization', 'year', 'month', 'date', 'doi', 'url', 'keywords', 'abstract'], // prettier-ignore
      )
      const shown = PAYLOADS[index]
        .toWellFormed()
        .replace(/[\s\p{Cc}]+/gu, ' ')
        .trim()
      expect(plain(entry.fields.get('abstract')!.slice(1, -1))).toBe(shown)
    }
  })

  it('writes dates, months, names and the topic as BibTeX wants them', () => {
    const { fields, type } = entries[0]
    expect(type).toBe('article')
    expect(fields.get('month')).toBe('nov')
    expect(fields.get('year')).toBe('{2024}')
    expect(fields.get('author')).toContain('{Ernst and Young} and Lee, Ann')
    expect(fields.get('keywords')).toMatch(/^\{topic 1, /)
  })

  it('links only to http and https', () => {
    const model = buildReport(reportInput([paperOf('a', { url: 'javascript:alert(1)' })]))
    expect([...bibtex(model)].join('')).not.toContain('url =')
  })

  it('escapes what LaTeX acts on', () => {
    expect(bibtexText('50% of $x_i$ & {y}')).toBe('50\\% of \\$x\\_i\\$ \\& \\textbraceleft{}y\\textbraceright{}')
  })
})

describe('bibtexKeys', () => {
  it('is first author, year, first telling word', () => {
    const key = bibtexKeys()
    expect(key(paperOf('1', { authors: ['Hu, Taihang'], date: '2024-11-11', title: 'The Token Merging' }))).toBe(
      'hu2024token',
    )
    expect(key(paperOf('2', { authors: ['Taihang Hu'], date: '2024', title: 'Token again' }))).toBe('hu2024tokenb')
    expect(key(paperOf('3', { title: 'Ünïcode' }))).toBe('anonndunicode')
    expect(key(paperOf('4', { organization: 'ServiceNow-AI', title: '数据' }))).toBe('servicenowainduntitled')
  })

  it('takes every kind of space between words', () => {
    const key = bibtexKeys()
    expect(key(paperOf('1', { authors: ['Ana\u00a0\u2003Roy '], title: 'On\u3000the\tTide 2' }))).toBe('royndtide')
    expect(key(paperOf('2', { authors: ['ROY, Ana'], title: '  –  of' }))).toBe('royndof')
    expect(key(paperOf('3', { authors: [' '], title: ' ' }))).toBe('anonnduntitled')
  })

  it('counts on from a key that another paper has by its own name', () => {
    const key = bibtexKeys()
    const keys = ['same', 'same', 'sameb', 'same', 'samec', 'sameb'].map((title) => key(paperOf('1', { title })))
    expect(keys).toEqual(['anonndsame', 'anonndsameb', 'anonndsamebb', 'anonndsamec', 'anonndsamecb', 'anonndsamebc'])
  })

  it('never gives a key twice', () => {
    const key = bibtexKeys()
    const keys = Array.from({ length: 200 }, (_, index) =>
      key(paperOf(String(index), { title: index % 2 ? 'same' : 'sameb' })),
    )
    expect(new Set(keys).size).toBe(200)
    for (const one of keys) expect(one).toMatch(/^[a-z0-9-]+$/)
  })
})
