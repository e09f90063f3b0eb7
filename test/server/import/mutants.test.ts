import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readFile } from '../../../server/import/read-file.ts'
import { TidemapError } from '../../../shared/error.ts'
import { AS_OF, checkResult, inPieces } from './read-text.ts'

const MUTANTS = 100
/** Far above what any of them takes, and far below what a quadratic reader would. */

const page = readFileSync(new URL('../../../server/demo/daily-papers-page.txt', import.meta.url), 'utf8').slice(
  0,
  20_000,
)
const records = Array.from({ length: 30 }, (_, i) => ({
  id: i % 3 === 0 ? `2401.0${1000 + i}v1` : `id-${i}`,
  title: `Title ${i}, with "quotes" and ünïcode`,
  abstract: i % 4 === 0 ? null : `Text ${i}; <i>markup</i> &amp; a < b.`,
  date: ['2024', '2024-05', '2024-05-06', 'May 2024'][i % 4],
  authors: [`First${i} Last`, 'Roe, R.'],
  doi: i % 2 === 0 ? `10.1000/${i}` : null,
}))
const cell = (value: string | null) => `"${(value ?? '').replaceAll('"', '""')}"`
const rows = (mark: string) =>
  [
    ['id', 'title', 'abstract', 'date', 'authors', 'doi'],
    ...records.map((record) => [
      record.id,
      record.title,
      record.abstract,
      record.date,
      record.authors.join('; '),
      record.doi,
    ]),
  ]
    .map((row) => row.map(cell).join(mark))
    .join('\r\n')

const formats: Record<string, Uint8Array> = {
  'daily-papers-page': Buffer.from(page),
  'json-lines': Buffer.from(records.map((record) => JSON.stringify(record)).join('\n')),
  json: Buffer.from(JSON.stringify({ total: 30, papers: records }, null, 1)),
  csv: Buffer.from(rows(',')),
  tsv: Buffer.from(rows('\t')),
  'utf-16': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(rows(';'), 'utf16le')]),
  gzip: gzipSync(rows(',')),
  html: Buffer.from(
    `<!doctype html><div data-props="${JSON.stringify({ dailyPapers: records }).replaceAll('&', '&amp;').replaceAll('"', '&quot;')}">`,
  ),
}

/** Park–Miller: small and repeatable. */
function generator(seed: number): (n: number) => number {
  let state = seed
  return (n) => (state = (state * 48271) % 2147483647) % n
}

const TOKENS = [
  '"',
  '\n',
  '\r',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '\t',
  ';',
  '\0',
  '·\n',
  '• 9 authors\n',
  'Dec 16\n',
  '\\',
  '<',
  '&',
  "'",
  '\u{1F600}',
]

function mutate(bytes: Uint8Array, random: (n: number) => number): Uint8Array {
  let mutant = Buffer.from(bytes)
  for (let changes = 1 + random(4); changes > 0; changes--) {
    const at = random(mutant.length + 1)
    const to = Math.min(mutant.length, at + random(200))
    const parts: Buffer[][] = [
      [mutant.subarray(0, at)],
      [mutant.subarray(0, at), mutant.subarray(to)],
      [mutant.subarray(0, to), mutant.subarray(at, to), mutant.subarray(to)],
      [mutant.subarray(0, at), Buffer.from(TOKENS[random(TOKENS.length)]), mutant.subarray(at)],
      [mutant.subarray(0, at), Buffer.from([random(256)]), mutant.subarray(at + 1)],
      [mutant.subarray(0, at), Buffer.from(TOKENS[random(TOKENS.length)].repeat(500)), mutant.subarray(to)],
    ]
    mutant = Buffer.concat(parts[random(parts.length)])
  }
  return mutant
}

describe.each(Object.entries(formats))('%s', (format, bytes) => {
  it('is read, or refused with a reason, however it is damaged', async () => {
    const random = generator(20251216)
    const outcomes = { read: 0, refused: 0 }
    for (let mutant = 0; mutant < MUTANTS; mutant++) {
      const input = mutate(bytes, random)
      try {
        const result = await readFile('mutant', inPieces(input, 1 + random(5000)), {
          asOf: AS_OF,
          skipBad: mutant % 2 === 0,
        })
        checkResult(result)
        outcomes.read++
      } catch (error) {
        if (!(error instanceof TidemapError)) throw error
        expect(error.status).toBeGreaterThanOrEqual(400)
        expect(error.status).toBeLessThan(500)
        expect(error.line ?? 1).toBeGreaterThan(0)
        outcomes.refused++
      }
    }
    // A changed byte of gzip fails its checksum.
    if (format !== 'gzip') expect(outcomes.read).toBeGreaterThan(0)
    expect(outcomes.refused).toBeGreaterThan(0)
  })
})
