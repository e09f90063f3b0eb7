import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { prepare } from '../../../server/bin/prepare.mjs'
import { ReportModel } from '../../../shared/report.ts'
import { jsonLines } from '../../support/fake-readers.ts'
import { openTestApi } from '../../support/test-api.ts'

// The real report process.
beforeAll(() => prepare({ parts: ['server'] }), 240_000)

const TYPES = {
  html: 'text/html; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  bib: 'application/x-bibtex; charset=utf-8',
}

test('every format is a file to keep, that may do nothing when it is opened', { timeout: 240_000 }, async () => {
  const api = await openTestApi()
  const { id } = await api.json('POST', '/api/collections', { name: 'Bœts & "Søns"' })
  const papers = [
    { id: 'a', title: '<script>alert(1)</script>', abstract: '=1+1' },
    { id: 'b', title: 'B', date: '2024' },
    { id: 'c', title: 'C' },
  ]
  await api.json('POST', `/api/collections/${id}/imports?filename=x.jsonl`, jsonLines(papers))
  const { analysisId } = await api.ended((await api.json('POST', `/api/collections/${id}/analyses`)).id)
  // What came later is not in it.
  await api.json('POST', `/api/collections/${id}/imports?filename=late.jsonl`, jsonLines([{ id: 'zzlater' }]))
  for (const [format, type] of Object.entries(TYPES)) {
    const response = await api.request('GET', `/api/analyses/${analysisId}/report?format=${format}`)
    expect([response.status, response.headers.get('content-type')], format).toEqual([200, type])
    const disposition = new RegExp(String.raw`^attachment; filename="[a-z0-9-]+\.${format}"$`)
    expect(response.headers.get('content-disposition'), format).toMatch(disposition)
    expect(response.headers.get('content-security-policy'), format).toMatch(/^sandbox;/)
    const text = await response.text()
    expect(response.headers.get('content-length'), format).toBe(String(Buffer.byteLength(text)))
    expect(text, format).not.toContain('zzlater')
    if (format === 'html') expect(text).not.toContain('<script')
    if (format === 'json') {
      const model = ReportModel.parse(JSON.parse(text))
      expect(model.papers.map(({ paper, assignment }) => [paper.id, assignment.paperId])).toEqual([
        ['a', 'a'],
        ['b', 'b'],
        ['c', 'c'],
      ])
      expect(model).toMatchObject({
        collection: { papers: 3 },
        provenance: { analysisId },
        imports: [{ filename: 'x.jsonl' }],
      })
      expect(model.papers[0].assignment.reasons).toEqual([{ term: 'a "term"', share: 0.5 }])
    }
  }
  const head = await api.request('HEAD', `/api/analyses/${analysisId}/report?format=bib`)
  expect([head.status, await head.text()]).toEqual([200, ''])
  expect(readdirSync(join(api.folder, 'staging')).filter((name) => name !== 'spill')).toEqual([])
})
