import { describe, expect, it } from 'vitest'
import { FlatLine } from '../../../server/import/batches/flat-line.ts'
import { type LineModule } from '../../../server/import/batches/line-module.ts'
import { LineScanners } from '../../../server/import/batches/line-scanners.ts'
import { readText } from './read-text.ts'
import { general, recordsOf } from './records-of.ts'
import { builtLineModule } from '../../support/built-lines.ts'
import { seeded } from '../../support/made-up-papers.ts'

const LONG = 'Coral reefs are warm and shallow – “bleached” in summer, α ≤ 5, 珊瑚礁 too; '.repeat(3).trim()
const TEXTS = [
  '',
  'x',
  'n/a',
  'NaN',
  '—',
  'Nobody',
  ' led by a blank',
  'two  blanks',
  'ends in one ',
  'a "quoted" \\word\\',
  'H<sub>2</sub>O &amp; more',
  'a & b',
  'e\u0301 combined',
  'soft\u00adhyphen',
  'tab\tand\nline',
  'ünïcode – ok',
  '𝒳 beyond',
  '珊瑚礁',
  'et al.',
  'et al',
  '[No author name available]',
  'Lovelace, Ada;',
  ';x',
  'Liu R., Adler D.G.',
  'Ada Lovelace (12)',
  'A; B; C',
  'no abstract available.',
  '[No abstract]',
  LONG,
  `${LONG} "q" \\emph{x}`,
  `${LONG} <i>x</i> &lt;`,
  `${LONG}  ${LONG}`,
  `${LONG} `,
  `${'y'.repeat(63)} ${LONG}`,
  '"null"',
  'null',
  'This abstract stands in its file as it is to be written, all of it between quotation marks.',
  '2024',
  '2024-05',
  '2024-02-30',
  '2024-02-29',
  '2023-12-31T10:00:00Z',
  '1024-05-01',
  '2024-13',
  '0000',
  'May 2024',
  '10.1000/XYZ.12',
  'https://doi.org/10.1000/abc(1).',
  '10.48550/arXiv.2401.01234',
  '2401.01234v2',
  'https://arxiv.org/abs/2401.01234v1',
  'http://arxiv.org/pdf/cs/0101001.pdf',
  'https://example.org/a?b=c#d',
  'https://EXAMPLE.org/a',
  'https://user@example.org/',
  'https://example.org:80/x y',
  'http://1.2.3.400/x',
  'https://xn--a/x',
  'ftp://example.org/',
  'https://example.org/ü',
  'sha:0123456789abcdef',
  'true',
  'false',
  '1,234',
  '12',
  '1.2k',
]
const OTHERS = [
  null,
  true,
  false,
  0,
  7,
  2024,
  20240501,
  3.5,
  -1,
  1e21,
  123456789012345,
  1234567890123456,
  {},
  { name: 'Ada' },
  [],
  [[]],
  [null],
  [1, 'a'],
]
const NAMES =
  'id title Title abstract Abstract summary date year month created authors author authorCount organization venue journal doi DOI arxiv_id url pdf_url link keywords tags votes comments label categories source datePrecision dateInferred paper'.split(
    ' ',
  )
const ODD_NAMES = ['12', '_id', 'über', 'odd!', 'abstract_inverted_index']
const OWN =
  'id title abstract date datePrecision dateInferred authors authorCount organization venue doi url keywords votes comments label source'.split(
    ' ',
  )

function oddRecords(count: number, seed: number): string[] {
  const random = seeded(seed)
  const below = (n: number): number => Math.floor(random() * n)
  const text = (): string => TEXTS[below(TEXTS.length)]
  const value = (): unknown => {
    const kind = below(10)
    if (kind < 6) return text()
    if (kind < 8) return Array.from({ length: below(4) }, text)
    return OTHERS[below(OTHERS.length)]
  }
  const shapes = Array.from({ length: 60 }, (_, i) => {
    if (i % 3 === 0) return OWN
    const names = NAMES.filter(() => below(4) === 0)
    return i % 8 === 1 ? [...names, ...ODD_NAMES] : names
  })
  return Array.from({ length: count }, () => {
    const names = shapes[below(shapes.length)]
    const entries = names.map((name) => [name, value()] as const)
    if (below(8) !== 0) entries.push(['title', `Title of ${text()}`])
    const record = Object.fromEntries(below(2) === 0 ? entries.reverse() : entries)
    const json = JSON.stringify(record, null, below(2))
    return json
      .replaceAll(/\n\s*/g, below(2) === 0 ? ' ' : '')
      .replace(/^\{ /, below(2) === 0 ? '{' : '{ ')
      .replace(/ \}$/, '}')
  })
}

const WAYS: Record<string, LineModule | null> = { TypeScript: null, WebAssembly: builtLineModule }

describe.each(Object.entries(WAYS))('flat lines, found by %s,', (_, module) => {
  it.each([1, 2, 3, 4])('give the papers, rejections and columns that the general way gives (seed %i)', (seed) => {
    const lines = oddRecords(2000, seed)
    const scanners = new LineScanners(module)
    const flat = lines.filter((line) => {
      const bytes = new TextEncoder().encode(line)
      const found = new FlatLine(scanners)
      found.begin(bytes)
      return found.read(0, bytes.length) !== null
    })
    // Enough of both.
    expect(flat.length).toBeGreaterThan(250)
    expect(flat.length).toBeLessThan(1750)
    expect(recordsOf(lines, module)).toEqual(recordsOf(lines.map(general), null))
  })

  it('count what served in the order of the general way, also in many batches', () => {
    const lines = oddRecords(2000, 9)
    for (const atOnce of [1, 20, 700]) {
      expect(recordsOf(lines, module, atOnce)).toEqual(recordsOf(lines.map(general), null, atOnce))
    }
  })

  it.each([
    '{}',
    '{"title":"a"',
    '{"title":"a",}',
    '{"title" "a"}',
    '{"title":"a" "id":"b"}',
    '{"title":"a"}}',
    '{"title":01}',
    '{"title":nul}',
    '{"title":["a",]}',
    '{"title":["a" "b"]}',
    '{"title":[,"a"]}',
    '{"title":["a"',
    '{"title":"\\x"}',
    '{"title":"\\"}',
    '{"title":"a\u0001b"}',
    `{"title":"${LONG}\u0001"}`,
    `{"title":"${LONG}\\"}`,
    `{"title":"${LONG}\\u00e9"}`,
    `{"title":"${LONG}`,
    '{"title":-1}',
    '{"title":1.5}',
    '{"ti\\u0074le":"a"}',
    '{"title":"a"} x',
    '[1]',
    '',
  ])('are not such: %j', (line) => {
    const bytes = new TextEncoder().encode(`${line}\n{"title":"b"}`)
    const flat = new FlatLine(new LineScanners(module))
    flat.begin(bytes)
    expect(flat.read(0, new TextEncoder().encode(line).length)).toBe(null)
  })

  it('go on where others have too many names', () => {
    const lines = Array.from({ length: 3000 }, (_, i) => `{"title":"Paper ${i}","n${i}":1}`)
    expect(recordsOf(lines, module)).toEqual(recordsOf(lines.map(general), null))
    const wide = [`{"title":"A",${Array.from({ length: 100 }, (_, i) => `"c${i}":${i}`).join(',')}}`, '{"title":"B"}']
    expect(recordsOf(wide, module)).toEqual(recordsOf(wide.map(general), null))
    const long = [`{"title":"A","authors":[${Array.from({ length: 5000 }, (_, i) => `"N ${i}"`).join(',')}]}`]
    expect(recordsOf(long, module)).toEqual(recordsOf(long.map(general), null))
  })

  it('that an import wrote come out as they went in', async () => {
    const { papers } = await readText(oddRecords(500, 5).map(general).join('\n'), { skipBad: true })
    const written = papers.map(({ paper }) => JSON.stringify(paper))
    const again = await readText(written.join('\n'))
    expect(again.papers.map(({ paper }) => JSON.stringify(paper))).toEqual(written)
  })
})
