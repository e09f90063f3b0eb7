import { describe, expect, it } from 'vitest'
import { isIsoDate, readDate } from '../../../server/import/record/dates.ts'
import { readUrl } from '../../../server/import/record/identifiers.ts'
import { seeded } from '../../support/made-up-papers.ts'

describe('what is told by its form', () => {
  it('is a date as readDate reads it', () => {
    const dates = [
      '2024',
      '2024-05',
      '2024-02-30',
      '2024-02-29',
      '2023-12-31T10:00:00Z',
      '1024-05-01',
      '2024-13',
      '0000',
      'May 2024',
      '2200-12-31',
      '2201-01-01',
      '1400-01',
      '1399-12',
      '2024-00',
      '2024-01-00',
      '2100-02-29',
      '2024/05/01',
      '2024-5-1',
    ]
    for (const text of dates) {
      const bytes = new TextEncoder().encode(text)
      if (!isIsoDate(bytes, 0, bytes.length)) continue
      const [year, month, day = null] = text.split('-').map(Number)
      expect(readDate(text)).toEqual({ year, month, day })
    }
    expect(dates.filter((text) => isIsoDate(new TextEncoder().encode(text), 0, text.length))).toEqual([
      '2024-05',
      '2024-02-29',
      '2200-12-31',
      '1400-01',
    ])
  })

  it('is an address as URL reads it', () => {
    const random = seeded(3)
    const parts = [
      'https://',
      'http://',
      'HTTP://',
      'a',
      'b.org',
      '..',
      '-',
      '1.2.3.4',
      '256',
      'xn--',
      '/',
      '/x',
      '?q',
      '#',
      '@',
      ':',
      ':80',
      '%41',
      '%zz',
      '\\',
      ' ',
      '|',
      'ü',
      '<',
      '.',
      '_',
      '~',
      ';',
    ]
    for (let i = 0; i < 20_000; i++) {
      const text = Array.from(
        { length: 2 + Math.floor(random() * 5) },
        (_, at) => parts[Math.floor(random() * (at === 0 ? 3 : parts.length))],
      ).join('')
      expect([text, readUrl(text)]).toEqual([text, urlOf(text)])
    }
  })
})

/** `readUrl` without any short cut. */
function urlOf(text: string): string | null {
  const first = text.trim().split(/[\s|]+|;\s/, 1)[0]
  if (first.length > 2048 || !/^https?:\/\//i.test(first)) return null
  try {
    const url = new URL(first)
    if (url.username !== '' || url.password !== '') return null
    return /^[!#-;=?-_a-z~]+$/.test(first) ? first : url.href
  } catch {
    return null
  }
}
