import { describe, expect, it } from 'vitest'
import { createRandom } from '../../../server/analysis/math/random.ts'
import { JoinedFacts } from '../../../server/analysis/text/fact-table.ts'
import { wordTexts } from '../../../server/analysis/text/word-list.ts'
import { paperFacts } from '../../../server/analysis/text/paper-facts.ts'
import {
  type LinesShard,
  type PapersShard,
  readPlainly,
  type readPapers as ReadPapers,
} from '../../../server/engine/local/read-lines.ts'
import { paperLine, type Paper } from '../../../shared/paper.ts'

// WebAssembly is what was built.
const built = new URL('../../../dist/server/engine/local/read-lines.js', import.meta.url).href
const { readLines, readPapers } = (await import(built)) as { readLines: Read; readPapers: typeof ReadPapers }
type Read = (shard: LinesShard) => PapersShard

/** Reads with a reader that knows no word, and numbers words as their list does. */
const readCompiled: Read = (shard) => {
  readPapers.end!()
  const read = readLines(shard)
  const { known, forms } = read.tokens
  const places = new Map(Array.from(known!.ids, (id, place) => [id, place]))
  delete read.tokens.known
  return { ...read, tokens: { ...read.tokens, forms: forms.map((form) => places.get(form)!) } }
}
const READERS = { compiled: readCompiled, plain: readPlainly }

const piece = (text: string): LinesShard => ({ bytes: Buffer.from(text), at: 0, vocabulary: undefined })
const withEnds = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('')

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
  ' an-extraordinarily-long-and-rather-hyphened ',
  ' electroencephalography ',
  ' Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnungsentwürfe ',
  "don't qu'elle dell'arte o'clock's",
  'e.g. 3.5 a.com https://a.b/c (cid:12): [x] 学习 ไทย ῆ ʻokina',
  '🌊',
  '\u{20BB7}',
]

/** What cleaning takes out, or nearly: addresses, formulas, commands, scripts, hyphens, and what they may stand beside. */
const SIGNS = [
  ..."aBcdhftpwx01.:;/\\$^_-@&(){}[]<> ,%'’é学ß\u00a0\u2003".split(''),
  ...'www.|WWW.x|http://|HTTPS://a|ftp://b|doi:|DOI: |10.|10.1234/|123456789|.com|.org|.COM|a.b|x_|x_{i}|^2|_ij|^{|a--b|---'.split(
    '|',
  ),
  ..."$k$-means|$x$|$$| of the sum |\\emph{|\\alpha|\\text|\\mathbb{R}|\\cite{a}|\\'e|\\o |\\ss|\\c c|\\frac*|\\(|&amp;|&x|(cid:3)|model|l’eau".split(
    '|',
  ),
  ' ',
  ' ',
  '\u{1d400}',
  'a'.repeat(63),
  'b-'.repeat(33),
  'c'.repeat(40),
  '9'.repeat(81),
]

const random = createRandom(3)
const text = (least: number): string =>
  Array.from({ length: least + random.below(8) }, () => PIECES[random.below(PIECES.length)]).join('')
const nullable = (): string | null => (random.below(3) === 0 ? null : text(0))

/** Five papers with all that might be stumbled over. */
function somePapers(turn: number): Paper[] {
  return Array.from({ length: 5 }, (_, i): Paper => {
    const odd = random.below(4) === 0
    return {
      ...PAPER,
      id: odd ? text(1) : `id ${turn} ${i}`,
      title: text(1),
      abstract: nullable(),
      date: random.below(2) === 0 ? null : '2024',
      authors: random.below(3) === 0 ? null : [text(0), text(1)],
      venue: odd ? nullable() : 'Ocean Letters',
      votes: random.below(2) === 0 ? null : -random.below(3),
    }
  })
}

it('reads the same in WebAssembly as without, however lines are written', () => {
  for (let turn = 0; turn < 150; turn++) {
    const lines = somePapers(turn).map(paperLine)
    const at = random.below(lines.length)
    // Something goes wrong in some of them, which another reader must see as well.
    const cut = random.below(lines[at].length)
    const broken = lines.with(at, lines[at].slice(0, cut) + 'x"{\\ '[random.below(5)] + lines[at].slice(cut + 1))
    for (const whole of [withEnds(lines), withEnds(lines).trimEnd(), withEnds(['', ...lines, '']), withEnds(broken)]) {
      const [compiled, plain] = [readCompiled, readPlainly].map((read: Read) => {
        try {
          return read(piece(whole))
        } catch (error) {
          return (error as Error).message
        }
      })
      expect(compiled).toEqual(plain)
    }
  }
})

it('cleans texts in WebAssembly as without', () => {
  const texts = Array.from({ length: 4000 }, () =>
    Array.from({ length: 1 + random.below(14) }, () => SIGNS[random.below(SIGNS.length)]).join(''),
  )
  const shard = piece(withEnds(texts.map((abstract, i) => paperLine({ ...PAPER, id: `${i}`, abstract }))))
  const [{ tokens: compiled }, { tokens: plain }] = [readCompiled, readPlainly].map((read) => read(shard))
  expect(compiled.forms.length).toBeGreaterThan(texts.length)
  // Whole arrays, since what differs is a matter of thousands of numbers.
  for (const name of ['units', 'starts', 'forms', 'flags', 'titleTokens', 'tokens'] as const)
    expect(Buffer.compare(Buffer.from(compiled[name].buffer), Buffer.from(plain[name].buffer)), name).toBe(0)
  const differing = texts.filter((_, i) => compiled.tokens[i] !== plain.tokens[i])
  expect(differing).toEqual([])
})

it('finds room for words as they come, in WebAssembly too', () => {
  const word = (): string => Array.from({ length: 12 }, () => 'bcdfgklmnprstvwz'[random.below(16)]).join('')
  const words = (): string => Array.from({ length: 20_000 }, word).join(' ')
  const shard = piece(withEnds(['a', 'b', 'c'].map((id) => paperLine({ ...PAPER, id, abstract: words() }))))
  const [{ tokens: compiled }, { tokens: plain }] = [readCompiled(shard), readPlainly(shard)]
  expect(compiled.starts.length).toBe(60_002)
  for (const [name, array] of Object.entries(plain) as [Exclude<keyof typeof plain, 'known'>, Int32Array][])
    expect(Buffer.compare(Buffer.from(compiled[name]), Buffer.from(array))).toBe(0)
})

it('tells of each word once, with the number that its tokens have', () => {
  readPapers.end!()
  const [first, second] = [['the tide falls', 'tides'], ['a tide rises']].map((titles) =>
    readLines(piece(withEnds(titles.map((title, i) => paperLine({ ...PAPER, id: `${i}`, title, abstract: null }))))),
  )
  expect(wordTexts(first.tokens)).toEqual(['the', 'tide', 'falls', 'tides'])
  expect(wordTexts(second.tokens)).toEqual(['a', 'rises'])
  expect(second.tokens.known!.reader).toBe(first.tokens.known!.reader)
  const numbers = new Map<string, number>()
  for (const { tokens } of [first, second])
    wordTexts(tokens).forEach((word, i) => numbers.set(word, tokens.known!.ids[i]))
  const formsOf = (text: string): number[] => text.split(' ').map((word) => numbers.get(word)!)
  expect([...first.tokens.forms]).toEqual(formsOf('the tide falls tides'))
  expect([...second.tokens.forms]).toEqual(formsOf('a tide rises'))
})

describe.each(Object.entries(READERS))('the %s reader', (_name, run: Read) => {
  const read = (lines: readonly string[]): PapersShard => run(piece(withEnds(lines)))

  it('reads lines as `paperLine` writes them just as it reads the same papers written otherwise', () => {
    for (let turn = 0; turn < 100; turn++) {
      const papers = somePapers(turn)
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
    const joined = new JoinedFacts()
    joined.add(shard.facts)
    expect(joined.facts).toEqual([{ ...paperFacts(PAPER), id: 'a0' }, paperFacts(PAPER)])
    expect(read([paperLine(PAPER)]).isCanonical).toBe(true)
  })

  it.each([
    ['no JSON', '{"id":"a1","title":"Tides'],
    ['something behind the paper', `${paperLine(PAPER)}}`],
    ['a bare control sign', paperLine(PAPER).replace('moon', 'mo\u0001on')],
    ['an empty id', paperLine({ ...PAPER, id: '' })],
    ['a title that is no text', paperLine(PAPER).replace('"Tides"', 'null')],
    ['a date that is no text', paperLine(PAPER).replace('"2024-11"', '2024')],
  ])('refuses %s, and says where it stands', (_, line) => {
    const first = paperLine({ ...PAPER, id: 'a0' })
    expect(() => read([first, line])).toThrow(expect.objectContaining({ code: 'internal' }))
    expect(() => read([first, line])).toThrow(`near byte ${Buffer.byteLength(first) + 1}`)
  })

  it('refuses bytes that are no UTF-8', () => {
    const bytes = Buffer.from(`${paperLine(PAPER)}\n`)
    bytes[bytes.indexOf('moon')] = 0xff
    expect(() => run({ ...piece(''), bytes })).toThrow(TypeError)
  })
})
