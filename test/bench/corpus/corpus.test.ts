import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { paperLine } from '../../../shared/paper.ts'
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

it('writes any file anew, as an import keeps its papers', async () => {
  const folder = tempFolder()
  writeFileSync(join(folder, 'some.csv'), 'Title,Abstract\ntides,of the sea\nmaps,of tides\ntides,of the sea\n')
  const table = await corpusOfFile(join(folder, 'some.csv'), join(folder, 'two'))
  expect(table).toMatchObject({ name: 'some.csv', papers: 2 })
  const papers = await readPapers(table.files)
  expect(papers.map(({ title }) => title).sort()).toEqual(['maps', 'tides'])
  const written = gunzipSync(readFileSync(table.files[0])).toString('utf8')
  expect(written).toBe(papers.map((paper) => `${paperLine(paper)}\n`).join(''))
  expect(table.bytes).toBe(written.length)
})
