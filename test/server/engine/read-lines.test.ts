import { expect, it } from 'vitest'
import { mapHere } from '../../../server/analysis/tasks/task.ts'
import { createRandom } from '../../../server/analysis/math/random.ts'
import { type PapersShard, readLines } from '../../../server/engine/local/read-lines.ts'
import { paperLine, type Paper } from '../../../shared/paper.ts'

function read(lines: readonly string[]): PapersShard {
  const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''))
  return mapHere(readLines, [{ bytes, line: 1, vocabulary: undefined }])[0]
}

const PAPER: Paper = {
  id: 'a1',
  title: 'Tides',
  abstract: 'The moon pulls.',
  date: '2024-11',
  datePrecision: 'month',
  dateInferred: false,
  authors: ['A. B', 'C'],
  authorCount: 2,
  organization: null,
  venue: 'Ocean Letters',
  doi: '10.1000/a',
  url: null,
  keywords: [],
  votes: 0,
  comments: 12,
  label: null,
  source: 'bibtex',
}

/** Signs that lines, escapes, cleaning or tokenizing might stumble over. */
const PIECES = [
  ...'a|B|3|é|損|ロ|’|ʼ|"|\\|\n|\t|\r|\b|\f|\u0001|\u007f|/|//|--|$x$|\\emph{a}|&amp;|x_{i}|self-made|model’s|l’eau|\ufeff|\u2028|{"id":"z"}|",|\ud800'.split(
    '|',
  ),
  ' ',
  ' and ',
  '🌊',
  '\u{20BB7}',
]

it('reads lines as `paperLine` writes them just as it reads the same papers written otherwise', () => {
  const random = createRandom(3)
  const text = (least: number): string =>
    Array.from({ length: least + random.below(8) }, () => PIECES[random.below(PIECES.length)]).join('')
  const nullable = (): string | null => (random.below(3) === 0 ? null : text(0))
  for (let turn = 0; turn < 300; turn++) {
    const papers = Array.from({ length: 5 }, (): Paper => {
      const names = random.below(3) === 0 ? null : [text(0), text(1)]
      const odd = random.below(4) === 0
      return {
        ...PAPER,
        id: odd ? text(1) : `id ${turn}`,
        title: text(1),
        abstract: nullable(),
        date: random.below(2) === 0 ? null : '2024',
        authors: names,
        venue: odd ? nullable() : 'Ocean Letters',
        votes: random.below(2) === 0 ? null : -random.below(3),
      }
    })
    const written = read(papers.map(paperLine))
    const otherwise = read(papers.map((paper) => JSON.stringify(paper, null, ' ').replaceAll('\n', ' ')))
    expect(written.isCanonical).toBe(true)
    expect(otherwise.isCanonical).toBe(false)
    expect(written.facts).toEqual(otherwise.facts)
    expect(written.tokens).toEqual(otherwise.tokens)
  }
})

it.each([
  ['another order', (line: string) => line.replace('"votes":0,"comments":12', '"comments":12,"votes":0')],
  ['a field more', (line: string) => line.replace('}', ',"more":1}')],
  ['a field less', (line: string) => line.replace('"votes":0,', '')],
  ['a field twice', (line: string) => line.replace('}', ',"title":"Waves"}')],
  ['a space', (line: string) => line.replace(':2,', ': 2,')],
  ['an escape that is not needed', (line: string) => line.replace('Tides', '\\u0054ides')],
  ['a slash that is escaped', (line: string) => line.replace('10.1000/', '10.1000\\/')],
  ['a number of another form', (line: string) => line.replace(':12,', ':1.2e1,')],
  ['a line end of two signs', (line: string) => `${line}\r`],
])('knows that %s is not what `paperLine` writes, and reads the paper', (_, change) => {
  const changed = change(paperLine(PAPER))
  const shard = read([paperLine({ ...PAPER, id: 'a0' }), changed])
  expect(shard.isCanonical).toBe(false)
  expect(shard.facts[1].id).toBe('a1')
  expect(read([paperLine(PAPER)]).isCanonical).toBe(true)
})

it.each([
  ['no JSON', '{"id":"a1","title":"Tides'],
  ['something behind the paper', `${paperLine(PAPER)}}`],
  ['a bare control sign', paperLine(PAPER).replace('moon', 'mo\u0001on')],
  ['an empty id', paperLine({ ...PAPER, id: '' })],
  ['a title that is no text', paperLine(PAPER).replace('"Tides"', 'null')],
  ['a date that is no text', paperLine(PAPER).replace('"2024-11"', '2024')],
])('refuses %s, and says in which line', (_, line) => {
  expect(() => read([paperLine({ ...PAPER, id: 'a0' }), line])).toThrow(
    expect.objectContaining({ code: 'internal', line: 2 }),
  )
})

it('refuses bytes that are no UTF-8', () => {
  const bytes = Buffer.from(`${paperLine(PAPER)}\n`)
  bytes[bytes.indexOf('moon')] = 0xff
  expect(() => readLines.run({ bytes, line: 1, vocabulary: undefined })).toThrow(TypeError)
})
