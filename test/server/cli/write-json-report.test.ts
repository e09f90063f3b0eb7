import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { writeJsonReport } from '../../../server/cli/output/write-json-report.ts'
import { readSnapshotPapers } from '../../../server/engine/local/read-snapshot.ts'
import { buildReport } from '../../../server/report/build-report.ts'
import { json } from '../../../server/report/json.ts'
import { paperLine } from '../../../shared/paper.ts'
import { ReportModel } from '../../../shared/report.ts'
import { PAYLOADS, paperOf, reportInput } from '../report/report-input.ts'

it('copies papers from their file into what the writer gives, over several pieces of it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tidemap-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const papers = Array.from({ length: 40 }, (_, i) =>
    paperOf(`p${i + 10}`, { title: PAYLOADS[i % PAYLOADS.length], abstract: 'ü \u2028 " '.repeat(6000) }),
  )
  const file = join(folder, 'papers.jsonl')
  writeFileSync(file, papers.map((paper) => `${paperLine(paper)}\n`).join(''))
  const model = buildReport(reportInput(readSnapshotPapers(file)))
  await writeJsonReport(join(folder, 'report.json'), model, file)
  const text = readFileSync(join(folder, 'report.json'), 'utf8')
  expect(text === [...json(model)].join('')).toBe(true)
  expect(ReportModel.parse(JSON.parse(text)).papers).toHaveLength(40)
})
