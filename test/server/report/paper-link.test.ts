import { describe, expect, it } from 'vitest'
import { paperLink, safeUrl } from '../../../server/report/paper-link.ts'
import { PAYLOADS } from './report-input.ts'

describe('safeUrl', () => {
  it.each([
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    '//evil.example',
    'https:evil',
    'http://',
    '',
  ])('refuses %j', (url) => {
    expect(safeUrl(url)).toBeNull()
  })

  it('leaves nothing in an address that could end its attribute, its brackets or its braces', () => {
    for (const text of PAYLOADS)
      expect(safeUrl(`https://example.org/${text}`) ?? '').not.toMatch(/["'<>()[\]{}\\\s`|^\p{C}]/u)
    expect(safeUrl('https://example.org/a?b=c&d=e#f')).toBe('https://example.org/a?b=c&d=e#f')
  })
})

describe('paperLink', () => {
  it('prefers the address, else the DOI', () => {
    expect(paperLink({ url: 'https://example.org/', doi: '10.1/x' })).toBe('https://example.org/')
    expect(paperLink({ url: 'javascript:1', doi: '10.1/x<y>' })).toBe('https://doi.org/10.1/x%3Cy%3E')
    expect(paperLink({ url: null, doi: null })).toBeNull()
  })
})
