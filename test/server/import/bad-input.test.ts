import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readText, refusal } from './read-text.ts'

const encode = (text: string) => new TextEncoder().encode(text)

describe('bad input', () => {
  it.each([
    ['nothing', '', 'unprocessable'],
    ['blank lines', '\n  \n\t\n', 'unprocessable'],
    ['prose', 'Just some words.\nAnd some more.\n', 'unsupported-format'],
    ['HTML', '<!doctype html>\n<html lang="en"><head><title>x</title></head></html>', 'unsupported-format'],
    ['XML', '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"></feed>', 'unsupported-format'],
    ['BibTeX', '% export\n@article{x,\n  title = {T}\n}', 'unsupported-format'],
    ['RIS', 'TY  - JOUR\nTI  - T\nER  - \n', 'unsupported-format'],
    ['MEDLINE', 'PMID- 123\nTI  - T\n', 'unsupported-format'],
    ['Web of Science text', 'FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\n', 'unsupported-format'],
    ['no title column', 'name;year\nA;2020\n', 'unprocessable'],
    ['no title column but a cell that reads so', 'name;year\nTitle;2020\n', 'unprocessable'],
    ['a header alone', 'title,abstract\n', 'unprocessable'],
    ['nothing with a title', 'title,abstract\n,x\n,y\n', 'unprocessable'],
    ['an empty array', '[]', 'unprocessable'],
    ['an object with an empty list', '{"papers": []}', 'unprocessable'],
    ['an object without a title', '{"a": 1}', 'unprocessable'],
    ['a JSON text', '"a"', 'unsupported-format'],
  ])('refuses %s', async (_, text, code) => {
    expect(await refusal(text)).toMatchObject({ code })
    expect(await refusal(text, { skipBad: true })).toMatchObject({ code })
    expect(await refusal(gzipSync(text))).toMatchObject({ code })
  })

  it('says the line and reason where nothing has a title', async () => {
    expect(await refusal('title,abstract\n\n,x\n,y\n')).toMatchObject({
      line: 3,
      message: 'no papers: all 2 records were rejected (no title)',
    })
  })

  it.each([
    ['PDF', '%PDF-1.7\n'],
    ['ZIP', 'PK\u0003\u0004rest'],
    ['binary data', 'abc\u0000\u0001\u0002def'],
  ])('refuses %s by its bytes', async (_, text) => {
    expect(await refusal(text)).toMatchObject({
      code: 'unsupported-format',
      message: expect.stringMatching(/^unknown format/) as string,
    })
  })

  it('names known formats and what works today', async () => {
    const error = await refusal('@article{x,\n title={T}}')
    expect(error.message).toBe('BibTeX cannot be read yet')
    expect(error.hint).toContain('CSV')
  })
})

describe('encodings', () => {
  const csv = 'title,abstract\nPlain,x\nCafé naïve,é\n'
  const latin1 = Uint8Array.from(csv, (mark) => mark.charCodeAt(0))
  const utf16 = (text: string, big: boolean) =>
    Uint8Array.from(
      Array.from(text, (mark) => mark.charCodeAt(0)).flatMap((code) =>
        [code >> 8, code & 255].toSorted(() => (big ? 0 : -1)),
      ),
    )
  const swap = (bytes: Uint8Array) => bytes.map((_, i) => bytes[i ^ 1])

  it('refuses bytes that are not UTF-8, naming the line and the way out', async () => {
    for (const piece of [1, 5, 1000]) {
      expect(await refusal(latin1, { piece })).toMatchObject({
        line: 3,
        hint: expect.stringContaining('--encoding latin1') as string,
      })
    }
    expect((await readText(latin1, { encoding: 'latin1' })).receipt).toMatchObject({ encoding: 'latin1', papers: 2 })
    const { papers } = await readText(latin1, { encoding: 'windows-1252' })
    expect(papers.map(({ paper }) => paper.title)).toContain('Café naïve')
    expect(await refusal(encode(csv).subarray(0, -2))).toMatchObject({ line: 3 })
  })

  it('reads UTF-16 by its mark or by choice, and suggests it where there is neither', async () => {
    const big = utf16(csv, true)
    const little = swap(big)
    for (const [bytes, encoding, mark] of [
      [little, 'utf-16le', [0xff, 0xfe]],
      [big, 'utf-16be', [0xfe, 0xff]],
    ] as const) {
      expect((await readText(new Uint8Array([...mark, ...bytes]), { piece: 3 })).receipt).toMatchObject({
        encoding,
        papers: 2,
      })
      expect((await readText(bytes, { encoding })).receipt).toMatchObject({ encoding, papers: 2 })
      expect((await refusal(bytes)).hint).toContain(encoding)
    }
  })

  it('knows its own encodings only', async () => {
    expect(await refusal(csv, { encoding: 'klingon' })).toMatchObject({
      code: 'bad-request',
      message: 'unknown encoding: klingon',
    })
  })
})

describe('gzip', () => {
  const text = '{"title": "A"}\n{"title": "B"}\n'

  it('is known by its bytes, one layer of it', async () => {
    expect((await readText(gzipSync(text), { name: 'plain.jsonl', piece: 1 })).papers).toHaveLength(2)
    expect((await readText(text, { name: 'not.gz' })).papers).toHaveLength(2)
    expect(await refusal(gzipSync(gzipSync(text)))).toMatchObject({
      code: 'unsupported-format',
      message: 'gzip inside gzip',
    })
  })

  it('refuses damaged and cut data', async () => {
    const packed = gzipSync(text)
    expect(await refusal(packed.subarray(0, -9))).toMatchObject({ code: 'unprocessable' })
    const damaged = Uint8Array.from(packed)
    damaged[packed.length - 6] ^= 0xff
    expect(await refusal(damaged)).toMatchObject({ code: 'unprocessable' })
  })

  it('stops a bomb early', async () => {
    const bomb = gzipSync(`{"title": "A"}\n${'\n'.repeat(64 * 1024 * 1024)}`)
    const before = process.memoryUsage().rss
    expect(await refusal(bomb)).toMatchObject({
      code: 'too-large',
      message: 'file unpacks to more than 200 times its size',
    })
    expect(process.memoryUsage().rss - before).toBeLessThan(256 * 1024 * 1024)
  })
})

describe('lengths', () => {
  it('refuses a line beyond 16 MB', async () => {
    const line = Buffer.alloc(17 * 1024 * 1024, 'x')
    expect(await refusal(Buffer.concat([encode('{"title": "A"}\n'), line]))).toMatchObject({
      code: 'too-large',
      line: 2,
    })
    expect(await refusal(Buffer.concat([encode('Daily Papers\nMay 3, 2024\nT\n9 authors\n'), line]))).toMatchObject({
      code: 'too-large',
      line: 5,
    })
  })

  it('refuses a record of a table beyond 1 MB', async () => {
    const text = `title,abstract\nA,b\nB,"${'x'.repeat(1_100_000)}"\n`
    expect(await refusal(text)).toMatchObject({ line: 3 })
  })

  it('refuses a file of nothing but bad records, and lists no more than it may', async () => {
    const text = 'x\n'.repeat(100_002)
    expect(await refusal(`{"title": "A"}\n${text}`, { skipBad: true })).toMatchObject({
      message: 'more than 100000 records rejected',
    })
  })
})
