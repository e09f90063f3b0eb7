import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { LineScanners } from '../../../server/import/batches/line-scanners.ts'
import { builtLineModule } from '../../support/built-lines.ts'
import { seeded } from '../../support/made-up-papers.ts'
import { general, recordsOf } from './records-of.ts'

const LONG = 'Coral reefs are warm and shallow – “bleached” in summer, α ≤ 5, 珊瑚礁 too; '.repeat(2).trim()

/** Field → values, the plain ones first: those that are hardly another value are the ones to be told apart. */
const VALUES: Record<string, { plain: unknown[]; odd: unknown[] }> = {
  id: {
    plain: [
      'p-1',
      '2020.acl-main.1',
      'W19-8908',
      '2401.01234',
      '2401.01234v2',
      'a1',
      '10.1000/x',
      'abc/9901001x',
      'ü1',
    ],
    odd: [
      '',
      'n/a',
      'sha:0123456789abcdef',
      'doi:10.1000/a',
      'arxiv:2401.01234',
      12,
      'two  blanks',
      'cs/0101001',
      'abc:d',
      'x'.repeat(501),
    ],
  },
  title: {
    plain: [
      'A title',
      'Über Größe, Straße und ÷ ×: Ÿ',
      'The “quoted” – and ‘it’',
      'x',
      'a "quoted" \\word\\',
      'Ÿ'.repeat(3),
      'T'.repeat(4100),
      '…',
      '1 2 3',
    ],
    odd: [
      'n/a',
      'NaN',
      'ΑΣ ΑΣ',
      'a & b',
      'H<sub>2</sub>O',
      'tab\there',
      'ﬁne ligature',
      '珊瑚礁',
      'e\u0301',
      7,
      '—',
      '“–”',
      'İstanbul',
    ],
  },
  abstract: {
    plain: [LONG, `${LONG} "q" \\emph{x}`, null],
    odd: [
      'short',
      `${LONG} p < .05 & 3 > 2`,
      `${LONG} a<b`,
      `${LONG} R&D`,
      `${LONG} &#233;`,
      `${LONG} </i>`,
      `${LONG} `,
      `${LONG} & <i>x</i>`,
      `${LONG}\u0000`,
    ],
  },
  date: {
    plain: ['2024-05-01', '2024-05', '2024', '1400-01-01', '2200-12', '2024-02-29', '2000-02-29', null],
    odd: [
      '2023-02-29',
      '1900-02-29',
      '1399',
      '2201',
      '2024-13',
      '2024-00',
      '2024-5-1',
      '2024-05-1',
      'May 2024',
      '24',
      '9999',
      2024,
    ],
  },
  year: { plain: [null], odd: ['2001', 2001] },
  month: { plain: [null], odd: ['5', 'May'] },
  authors: {
    plain: [
      ['Ada Lovelace'],
      ['Ada Lovelace', 'Alan M. Turing'],
      ['Marx, Karl'],
      ['Marx K.'],
      ['Marx K.-H.', 'X'],
      ['Émile É.', 'O’Brien, Pat'],
      ['É. Ö. Müller-Lüdenscheidt'],
      ['Na Li', 'Eric E', 'No One', 'Uwe'],
      ['MARX KARL'],
      ['ABCDEF'],
      ['A B C'],
      Array.from({ length: 123 }, (_, i) => `Author ${i}`),
      null,
    ],
    odd: [
      [],
      ['et al.'],
      ['Et Al'],
      ['nan'],
      ['[No author name available]'],
      ['no author name available'],
      ['A (12)'],
      [';x'],
      ['Ž. Š.'],
      ['Š. Ž', 'B'],
      ['-, X'],
      ['— X'],
      ['a\\b'],
      'Ada Lovelace',
      ['Ada & Co'],
      [''],
    ],
  },
  authorCount: { plain: [null, 3, 0, 123456789012345], odd: ['3', 1.5, -1] },
  organization: { plain: ['MIT', null, 'Universität Köln'], odd: ['None', '', ['MIT']] },
  venue: { plain: ['ACL', 'NAACL', 'EarlyMT', null], odd: ['N/A', 'undefined', '[]'] },
  journal: { plain: [null, 'Nature'], odd: [{}] },
  doi: {
    plain: ['10.1000/xyz.12', '10.18653/v1/N19-1423', '10.1000/a', null],
    odd: [
      '10.1000/a.',
      '10.1000/(a)',
      'https://doi.org/10.1000/abc',
      '10.48550/arXiv.2401.01234',
      '10.1145/3292500',
      '10.1000/a%2fb',
      '10.10/abc',
      '10.1/',
      'n/a',
      '10.1234567890/a',
      '10.1000/ab–c',
    ],
  },
  arxiv: {
    plain: [null, '2401.01234', '2401.0123v1'],
    odd: ['arXiv:2401.01234', 'cs/0101001', '2413.01234', '', '2401.012345'],
  },
  url: {
    plain: [
      'https://aclanthology.org/1963.earlymt-1.1/',
      'http://arxiv.org/abs/2401.01234v1',
      'https://arxiv.org/abs/2401.01234',
      'https://a-b.c-d.example.org/~x?y=z#!@%20',
      'https://example.org/1234.567/123456',
      null,
    ],
    odd: [
      'https://arxiv.org/pdf/2401.01234',
      'https://arxiv.org/abs/2401.01234v1234',
      'https://arxiv.org/abs/cs/0101001',
      'https://example.org/2401.01234',
      'https://EXAMPLE.org/a',
      'https://example.org',
      'https://example.o1/a',
      'https://-a.org/b',
      'https://a-.org/b',
      'https://a..org/b',
      'https://a--b.org/c',
      'https://localhost/a',
      'https://user@example.org/',
      'https://example.org:80/x',
      'https://doi.org/10.1000/abc',
      'https://lib.org/?id=doi:10.1000/abc',
      'https://example.org/a b',
      'https://example.org/{a}',
      'https://example.org/a|b',
      'ftp://example.org/a',
      'https://example.org/ü',
      'https://a.b/c?d&e',
    ],
  },
  keywords: { plain: [null], odd: [['a', 'b'], 'a; b'] },
  votes: { plain: [null, 0, 12], odd: ['1,234', -1] },
  comments: { plain: [null, 7], odd: [true] },
  label: { plain: [null, 'cs.CL', '3'], odd: ['nan', 4] },
  source: {
    plain: ['papers', 'json-lines'],
    odd: ['Cancer (2004) 102:4 (253-258). Date of Publication: 25 Aug 2004', 7, ''],
  },
  datePrecision: { plain: ['day', null], odd: [] },
  dateInferred: { plain: [false, true, null, 1], odd: ['true', 'false'] },
}
const OWN = Object.keys(VALUES).filter((name) => !['year', 'month', 'journal', 'arxiv'].includes(name))
const OTHERS = [
  'id title abstract date authors venue url doi',
  'id title date',
  'url arxiv id title label',
  'title journal venue id',
  'date month year id title',
  'authorCount authors title id',
]

/** Lines most values of which are plain. */
function plainishLines(count: number, seed: number, oddShare: number): string[] {
  const random = seeded(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]
  return Array.from({ length: count }, () => {
    const names = random() < 0.3 ? OWN : pick(OTHERS).split(' ')
    const entries = names.map((name) => {
      const { plain, odd } = VALUES[name]
      return [
        random() < 0.02 ? `${name[0].toUpperCase()}${name.slice(1)}` : name,
        pick(random() < oddShare && odd.length > 0 ? odd : plain),
      ]
    })
    const blanks = random() < 0.5
    return JSON.stringify(Object.fromEntries(entries), null, blanks ? 1 : 0)
      .replaceAll(/\n */g, blanks ? ' ' : '')
      .replace(/^\{ /, '{')
      .replace(/ \}$/, '}')
  })
}

/** How many of some lines are read by WebAssembly alone, once their names are known. */
function countTaken(lines: readonly string[]): number {
  const scanners = new LineScanners(builtLineModule)
  let taken = 0
  for (let at = 0; at < lines.length; at += 1000) taken += countTakenOf(lines.slice(at, at + 1000), scanners)
  return taken
}

function countTakenOf(lines: readonly string[], scanners: LineScanners): number {
  const bytes = Buffer.from(lines.join('\n'))
  const scanner = scanners.begin(bytes)
  const papers = scanner.papers!
  let taken = 0
  for (let at = 0; at < bytes.length;) {
    const place = papers.read(at, bytes.length, 1)
    for (; at < place; taken++) at = endOf(at) + 1
    if (at >= bytes.length) break
    const shape = scanner.read(at, endOf(at))
    if (shape !== null) papers.learn(shape)
    at = endOf(at) + 1
  }
  return taken

  function endOf(from: number): number {
    const lf = bytes.indexOf(10, from)
    return lf < 0 ? bytes.length : lf
  }
}

/** Expects the same of lines, in batches of so many, in WebAssembly, in TypeScript and in the general way. */
function expectSame(lines: readonly string[], atOnce = lines.length): void {
  const found = recordsOf(lines, builtLineModule, atOnce)
  expect(found).toEqual(recordsOf(lines, null, atOnce))
  expect(found).toEqual(recordsOf(lines.map(general), null, atOnce))
}

describe('papers read by WebAssembly', () => {
  it.each([1, 2, 3, 4, 5, 6])('are those that TypeScript and the general way read (seed %i)', (seed) => {
    const lines = plainishLines(3000, seed, 0.06)
    expectSame(lines)
    const taken = countTaken(lines)
    expect(taken).toBeGreaterThan(1000)
    expect(taken).toBeLessThan(2600)
  })

  it('are the same in many batches, however many shapes were met', () => {
    const lines = plainishLines(1500, 7, 0.02)
    const shapes = Array.from({ length: 200 }, (_, i) => `{"id":"p${i}","title":"A title","n${i % 100}":1}`)
    for (const atOnce of [1, 15, 500]) expectSame([...lines, ...shapes, ...lines.slice(0, 100)], atOnce)
    expect(countTaken(shapes)).toBeLessThan(shapes.length)
  })

  it('are the same whatever one value is, the others plain', () => {
    const lines = Object.entries(VALUES).flatMap(([name, { plain, odd }]) =>
      [...plain, ...odd].flatMap((value) =>
        [OWN, ['id', 'title', 'authors', 'date', 'url'], ['title', 'id']].map((names) =>
          JSON.stringify(
            Object.fromEntries(
              [...new Set([...names, name])].map((each) => [each, each === name ? value : VALUES[each].plain[0]]),
            ),
          ),
        ),
      ),
    )
    expectSame(lines)
    expect(countTaken(lines)).toBeGreaterThan(200)
  })

  it('are the same where a byte is another one', () => {
    const random = seeded(11)
    const whole = plainishLines(40, 12, 0)
    const lines = whole.flatMap((line) =>
      Array.from({ length: 40 }, () => {
        const at = Math.floor(random() * line.length)
        const other = ' "\\,.:;-/{}[]0129aAzZ&<éß×—\u0001'
        return line.slice(0, at) + other[Math.floor(random() * other.length)] + line.slice(at + 1)
      }),
    )
    expectSame([...whole, ...lines])
    expect(countTaken(lines)).toBeGreaterThan(150)
  })

  it('are all there where there is no room for what they become', () => {
    const small = Array.from({ length: 40_000 }, (_, i) => `{"id":"${i}","title":"T"}`)
    for (const some of [small.slice(0, 20_000), small.slice(20_000)]) expectSame(some)
    const long = Array.from(
      { length: 300 },
      (_, i) => `{"id":"${i}${'x'.repeat(490)}","title":"T","abstract":"${'y'.repeat(2500)}"}`,
    )
    expectSame(long)
    expect(countTaken(small)).toBe(small.length - 1)
    expect(countTaken(long)).toBe(long.length - 1)
  })
})
