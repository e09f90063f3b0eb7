import { createReadStream, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readFile } from '../../../server/import/read-file.ts'
import { sharedFile } from '../../support/shared-folder.ts'
import { AS_OF, checkResult, readText, refusal } from './read-text.ts'

/** What lies beside the project is read where it is, and nothing of it is copied here but counts. */
const TABLES: [path: string, papers: number, rejected: number, duplicates: number, abstracts: number, dated: number][] =
  [
    ['generic_csv/asreview__generic.csv', 2, 0, 0, 2, 2],
    ['generic_csv/asreview__generic_semicolon.csv', 2, 0, 0, 2, 2],
    ['generic_csv/asreview__generic_tab.tsv', 2, 0, 0, 2, 2],
    ['generic_csv/asreview__missing_values.csv', 1, 2, 1, 0, 0],
    ['scopus_csv/litstudy__scopus.csv', 58, 0, 0, 57, 58],
    ['ieee_csv/litstudy__ieee.csv', 10, 0, 0, 10, 10],
    ['lens_csv/bibliometrix__lens_sample.csv', 8, 0, 0, 8, 8],
    ['embase_csv/asreview__embase.csv', 6, 0, 0, 6, 6],
    ['huggingface/daily-papers-page.txt', 39, 0, 0, 39, 39],
    ['huggingface/api_daily_papers_1_record.json', 1, 0, 0, 1, 1],
    ['huggingface/api_paper_object_2025-09.json', 1, 0, 0, 1, 1],
    ['huggingface/mirror_index_2026-10-03_2records.json', 2, 0, 0, 2, 2],
  ]

describe('files as people export them', () => {
  for (const [path, papers, rejected, duplicates, abstracts, dated] of TABLES) {
    const file = sharedFile(`formats/${path}`)
    it.skipIf(file === null)(`reads ${path}`, async () => {
      const { receipt } = await readText(readFileSync(file as string))
      expect(receipt).toMatchObject({ papers, duplicates, titlesOnly: papers - abstracts })
      expect(receipt.rejected).toHaveLength(rejected)
      expect(receipt.fields.date?.papers ?? 0).toBe(dated)
    })
  }

  const unread = ['bibtex', 'ris', 'pubmed', 'medline_nbib', 'arxiv_atom', 'endnote', 'wos_txt', 'xlsx', 'zotero_rdf']
  it.skipIf(sharedFile('formats') === null).each(unread)('refuses %s files by name', async (format) => {
    const folder = sharedFile(`formats/${format}`) as string
    for (const name of readdirSync(folder)) {
      const error = await refusal(readFileSync(join(folder, name)))
      expect(error).toMatchObject({ code: 'unsupported-format', status: 415 })
      expect(error.message).toMatch(/ cannot be read yet$|^unknown format: a /)
    }
  })
})

describe('corpora', () => {
  const acl = sharedFile('data/acl-anthology.jsonl.gz')
  it.skipIf(acl === null)(
    'reads the ACL Anthology: 54,160 papers, two of them on one DOI',
    async () => {
      const result = await readFile('acl-anthology.jsonl.gz', createReadStream(acl as string), { asOf: AS_OF })
      expect(result.receipt).toMatchObject({
        format: 'json-lines',
        records: 54_160,
        papers: 54_160,
        rejected: [],
        duplicates: 0,
        from: '1963-08',
        to: '2024-08',
      })
      const key = result.papers.find(({ paper }) => paper.id === 'W18-6481')?.key
      const shared = result.papers.filter((keyed) => keyed.key === key)
      expect(shared.map(({ paper }) => paper.id)).toEqual(['W18-6481', 'W18-6482'])
    },
    120_000,
  )

  for (const name of ['arxiv-2007-archives.jsonl', 'arxiv-4-categories.jsonl']) {
    const file = sharedFile(`data/${name}`)
    it.skipIf(file === null)(`reads ${name}`, async () => {
      const result = await readFile(name, createReadStream(file as string), { asOf: AS_OF })
      checkResult(result)
      expect(result.receipt.fields.label?.papers).toBe(result.receipt.records)
    })
  }
})
