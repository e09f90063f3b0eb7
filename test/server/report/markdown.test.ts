import { describe, expect, it } from 'vitest'
import { buildReport } from '../../../server/report/build-report.ts'
import { markdown } from '../../../server/report/markdown.ts'
import { markdownLink, markdownText } from '../../../server/report/markdown-text.ts'
import { PAYLOADS, paperOf, reportInput } from './report-input.ts'

/** What CommonMark shows for an escaped text: a backslash before ASCII punctuation stands for that character. */
function shown(escaped: string): string {
  return escaped.replace(/\\([!-/:-@[-`{-~])/g, '$1')
}

describe('markdownText', () => {
  it.each(PAYLOADS)('keeps %j as text', (text) => {
    const escaped = markdownText(text)
    expect(shown(escaped)).toBe(
      text
        .toWellFormed()
        .replace(/[\s\p{Cc}]+/gu, ' ')
        .trim(),
    )
    expect(escaped).not.toMatch(/[\n\r]/)
    // Nothing that starts markup stands without its backslash.
    expect(escaped.replace(/\\[!-/:-@[-`{-~]/g, '')).not.toMatch(/[`*_{}[\]<>#|~&$!]|:\/\/|www\./)
    expect(escaped).not.toMatch(/^([-+=#>]|\d+[.)])/)
  })
})

describe('markdownLink', () => {
  it('links to http and https only', () => {
    expect(markdownLink('a [b](c)', 'https://example.org/a b?q=<x>')).toBe(
      '[a \\[b\\](c)](<https://example.org/a%20b?q=%3Cx%3E>)',
    )
    expect(markdownLink('a', 'javascript:alert(1)')).toBe('a')
    expect(markdownLink('a', 'JaVaScRiPt:alert(1)')).toBe('a')
    expect(markdownLink('a', null)).toBe('a')
  })
})

describe('markdown', () => {
  it('lists every paper once, with its topic, and says what made it', () => {
    const papers = Array.from({ length: 10 }, (_, index) => paperOf(`p${index}`, { title: `Paper number ${index}` }))
    const text = [...markdown(buildReport(reportInput(papers)))].join('')
    for (const paper of papers) expect(text.split(paper.title)).toHaveLength(2)
    for (const said of [
      '# Daily Papers',
      'seed 7',
      '23 Dec 2025',
      'Too few papers for a verdict.',
      '## 2\\. topic 2',
      'abc123',
    ]) {
      expect(text).toContain(said)
    }
  })

  it('says what was ignored and what meant the same, where anything was', () => {
    const input = reportInput([paperOf('a'), paperOf('b')], 2)
    expect([...markdown(buildReport(input))].join('')).not.toContain('Ignored words')
    input.analysis.options.vocabulary = { stopWords: ['data', 'a*b'], synonyms: [['LLM', 'language model']] }
    const text = [...markdown(buildReport(input))].join('')
    expect(text).toContain('- Ignored words: data, a\\*b\n- Synonyms: LLM = language model\n')
  })

  it('keeps its tables whole whatever the names hold', () => {
    const input = reportInput([paperOf('a'), paperOf('b')], 2)
    const topics = input.topics.map((topic) => ({ ...topic, label: 'a | b\n# c', themeLabel: '`|`' }))
    const text = [...markdown(buildReport({ ...input, topics }))].join('')
    const rows = text.split('\n').filter((line) => line.startsWith('|'))
    for (const row of rows) expect(row.replace(/\\\|/g, '').split('|')).toHaveLength(9)
    expect(rows).toHaveLength(4)
  })
})
