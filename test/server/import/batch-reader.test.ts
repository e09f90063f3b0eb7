import { describe, expect, it } from 'vitest'
import type { TidemapError } from '../../../shared/error.ts'
import type { LineModule } from '../../../server/import/batches/line-module.ts'
import { readFile } from '../../../server/import/read-file.ts'
import { builtLineModule } from '../../support/built-lines.ts'

const PIECE = 50_000
const record = (i: number): string =>
  JSON.stringify({
    id: `p${i % 8000}`,
    Title: `Paper ${i % 7000} ü`,
    abstract: 'Coral – “reefs”. '.repeat(60),
    year: 2000 + (i % 20),
  })
const records = Array.from({ length: 4800 }, (_, i) => record(i))

/** What an import of these lines gives, or the error that refuses them. */
async function importOf(
  lines: readonly string[] | Buffer,
  skipBad: boolean,
  module: LineModule | null,
): Promise<unknown> {
  const bytes = Buffer.isBuffer(lines) ? lines : Buffer.from(lines.join('\n'))
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE)
  }
  return readFile('x', pieces(), { asOf: '2025-01-01', skipBad, lines: module }).catch((error: TidemapError) => ({
    code: error.code,
    message: error.message,
    line: error.line,
    hint: error.hint,
  }))
}

const bad = records
  .with(40, '')
  .with(4200, '{"title": "cut')
  .with(4400, '{"noTitle": 1}')
  .with(4500, '{"title": {"a": 1}, "Published": 3}')
  .with(4600, '[1]')
const notUtf8 = Buffer.concat([Buffer.from(records.join('\n')), Buffer.of(10, 0xe2, 0x28)])
const CASES: Record<string, readonly string[] | Buffer> = {
  'good records, CRLF and other spellings of a name': records.map(
    (line, i) => `${i > 3000 ? line.replace('Title', 'TITLE') : line}\r`,
  ),
  'bad records among them': bad,
  'a late byte that is not UTF-8': notUtf8,
  'a bad record before such a byte': Buffer.concat([Buffer.from(`${bad.join('\n')}\n`), Buffer.of(0xff)]),
  'a line that is too long, late': [...records, `{"title": "${'x'.repeat(17 << 20)}`],
}

describe.each(Object.entries(CASES))('lines of JSON with %s', (name, lines) => {
  // Where nothing is bad, or nothing can be left out, the two are one.
  it.each(/^(good|a late)/.test(name) ? [false] : [true, false])(
    'are the same read by WebAssembly (bad ones left out: %s)',
    async (skipBad) => {
      const one = await importOf(lines, skipBad, null)
      expect(one).not.toHaveProperty('code', 'internal')
      expect(await importOf(lines, skipBad, builtLineModule)).toEqual(one)
    },
  )
})
