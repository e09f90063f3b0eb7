import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { KIND, type LineScanner } from '../../../server/import/batches/line-scanner.ts'
import { LineScanners } from '../../../server/import/batches/line-scanners.ts'
import { builtLineModule } from '../../support/built-lines.ts'
import { seeded } from '../../support/made-up-papers.ts'

/** Parts of lines, put together at random: well-formed ones, broken ones, and texts around sixteen bytes. */
const PARTS = [
  ...'{}[]",: \\<&.-01259tfn\u0001\u001f\u007f\t\r'.split(''),
  '"title":',
  '"id": ',
  '"title" : ',
  '"a',
  '":',
  '",',
  '","',
  '{"',
  '"}',
  '["',
  '"]',
  'null',
  'true',
  'false',
  'nul',
  '123456789012345',
  '1234567890123456',
  '\\"',
  '\\\\',
  '\\u00e9',
  '\\ud83d\\ude00',
  '\\n',
  '  ',
  'ü',
  '\u00ad',
  'α',
  'о',
  '–',
  '\u200b',
  '珊瑚礁',
  '한',
  '😀',
  'e\u0301',
  '\ufeff',
  '<a',
  '&#',
  '</',
  '& ',
  '< ',
  'fifteen letters',
  'sixteen  letters',
  'Coral reefs are warm and shallow in summer, and so on',
]

/** All that a scanner says of the lines of a batch. */
function found(scanners: LineScanners, bytes: Buffer): unknown[] {
  const scanner = scanners.begin(bytes)
  const all: unknown[] = []
  for (let from = 0; from < bytes.length;) {
    const lf = bytes.indexOf(10, from)
    const end = lf < 0 ? bytes.length : lf
    const shape = scanner.read(from, end)
    all.push(shape === null ? null : { names: shape.names, values: valuesOf(scanner, shape.names.length) })
    from = end + 1
  }
  return all
}

function valuesOf({ found: line }: LineScanner, columns: number): unknown[] {
  return Array.from({ length: columns }, (_, column) => {
    const [kind, start, end] = [line.kinds[column], line.starts[column], line.ends[column]]
    if (kind === KIND.list) {
      return Array.from({ length: end - start }, (__, i) => [
        line.itemStarts[start + i],
        line.itemEnds[start + i],
        line.itemMarks[start + i],
      ])
    }
    return [kind, start, end, kind === KIND.text ? line.marks[column] : 0]
  })
}

function expectSame(texts: readonly (string | Buffer)[]): unknown[] {
  const [plain, wasm] = [new LineScanners(null), new LineScanners(builtLineModule)]
  return texts.flatMap((text) => {
    const bytes = Buffer.from(text)
    const same = found(wasm, bytes)
    expect(same).toEqual(found(plain, bytes))
    return same
  })
}

describe('the two scanners of lines', () => {
  it.each([1, 2, 3])('say the same of what is hardly JSON (seed %i)', (seed) => {
    const random = seeded(seed)
    const some = (least: number, most: number): string =>
      Array.from(
        { length: least + Math.floor(random() * (most - least)) },
        () => PARTS[Math.floor(random() * PARTS.length)],
      ).join('')
    const line = (): string =>
      [
        () => some(1, 12),
        () => `{"title":"${some(0, 9)}"}`,
        () => `{"title":"${some(0, 30)}","id":${some(1, 3)}}`,
        () => `{"id":"a","authors":["${some(0, 3)}", "${some(0, 3)}"],"abstract":"${some(0, 60)}"}`,
      ][Math.floor(random() * 4)]()
    const batches = Array.from({ length: 200 }, () => Array.from({ length: 20 }, line).join('\n'))
    const said = expectSame(batches)
    const flat = said.filter((one) => one !== null).length
    expect(flat).toBeGreaterThan(200)
    expect(flat).toBeLessThan(said.length - 200)
  })

  it('say the same of one line that is cut or damaged at every byte', () => {
    const whole = Buffer.from(
      '{"id": "a-1", "title":"A \\"quoted\\" ü & <b>", "authors": ["Ada Lovelace","Alan  Turing", ""], "votes": 12, "x":null,"y":[],"z":false}',
    )
    const next = Buffer.from('\n{"id": "b", "title":"B"}')
    const lines = [Buffer.concat([whole, next])]
    for (let at = 0; at < whole.length; at++) {
      // A batch holds nothing but UTF-8, the line that is cut as well.
      lines.push(Buffer.from(whole.toString('latin1', 0, at)))
      for (const byte of Buffer.from('"\\ {}[],:0\u0001')) {
        if (whole[at] > 0x7f) continue
        const damaged = Buffer.concat([whole, next])
        damaged[at] = byte
        lines.push(damaged)
      }
    }
    const said = expectSame(lines)
    expect(said[0]).not.toBe(null)
    expect(said[1]).not.toBe(null)
    expect(said).toContain(null)
  })

  it('say the same of names that change, repeat or are too many or too long, and of long lists', () => {
    const record = (names: readonly string[]): string => `{${names.map((name) => `"${name}":1`).join(',')}}`
    const many = Array.from({ length: 65 }, (_, i) => `c${i}`)
    const said = expectSame([
      [
        record(['title', 'id']),
        record(['title', 'id']),
        record(['title']),
        record(['title', 'id', 'x']),
        record(['title', 'id', 'x', 'x']),
        record(['title', 'id ']),
        record(['title', 'i']),
        record(many),
        record(many.slice(1)),
        record(['n'.repeat(98)]),
        record(['n'.repeat(99)]),
        record(['12']),
        record(['ü']),
        record(['a\\u0062']),
        record(['title', 'id']),
        `{"title":[${Array.from({ length: 4096 }, () => '"a"').join(',')}]}`,
        `{"title":[${Array.from({ length: 4097 }, () => '"a"').join(',')}]}`,
      ].join('\n'),
    ])
    expect(said.map((one) => Number(one !== null)).join('')).toBe('11110110110000110')
  })

  it('say the same of batches up to and beyond the memory of the one', () => {
    const long = (length: number): string => `{"title":"${'x'.repeat(length - 12)}"}`
    for (const length of [1 << 20, (1 << 20) + 1]) expect(expectSame([long(length)])[0]).not.toBe(null)
  })
})
