import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { tempFolder } from '../../support/temp-folder.ts'
import { corpusOfFile, generatedCorpus } from './corpus.ts'
import { readPapers } from './read-papers.ts'

it('writes generated papers that an import reads', async () => {
  const corpus = await generatedCorpus(250, join(tempFolder(), 'made'))
  expect(corpus).toMatchObject({ papers: 250, files: [expect.stringMatching(/papers-1\.jsonl\.gz$/)] })
  const papers = await readPapers(corpus.files)
  expect(papers).toHaveLength(250)
  expect(papers[0]).toMatchObject({ id: 'g0000000', datePrecision: 'day', label: expect.stringMatching(/^\d+$/) })
  expect(corpus.bytes).toBeGreaterThan(250 * 800)
})

it('takes a packed file as it is, and writes any other anew', async () => {
  const folder = tempFolder()
  const lines = '{"id":"a","title":"tides"}\n{"id":"b","title":"maps","abstract":"of tides"}\n'
  writeFileSync(join(folder, 'some.jsonl.gz'), gzipSync(lines))
  const packed = await corpusOfFile(join(folder, 'some.jsonl.gz'), join(folder, 'one'))
  expect(packed).toMatchObject({ name: 'some.jsonl.gz', papers: 2, bytes: lines.length })
  expect(packed.files).toEqual([join(folder, 'some.jsonl.gz')])

  writeFileSync(join(folder, 'some.csv'), 'Title,Abstract\ntides,of the sea\nmaps,of tides\n')
  const table = await corpusOfFile(join(folder, 'some.csv'), join(folder, 'two'))
  expect(table.papers).toBe(2)
  expect((await readPapers(table.files)).map(({ title }) => title).sort()).toEqual(['maps', 'tides'])
})
