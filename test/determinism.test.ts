import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { AnalysisSummary } from '../shared/analysis.ts'
import { sampleFile, tidemapJson } from './support/command.ts'
import { madeUpPapers, shuffled, toJsonLines } from './support/made-up-papers.ts'
import { tempFolder } from './support/temp-folder.ts'

const FILES = ['papers.jsonl', 'assignments.csv', 'topics.csv', 'trends.csv']
const ELSEWHERE = { TZ: 'Pacific/Auckland', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }
const HERE = { TZ: 'America/Los_Angeles', LANG: 'C', LC_ALL: 'C' }

it('gives the same bytes for any row order, thread count, locale and time zone', { timeout: 240_000 }, async () => {
  const folder = tempFolder()
  // Enough for the road of large collections; the sample below takes that of small ones, and has its number of topics chosen.
  const papers = madeUpPapers(1100)
  const first = await run(folder, 'first', papers, ['--topics', '8', '--threads', '1'], HERE)
  const second = await run(folder, 'second', shuffled(papers, 1), ['--topics', '8', '--threads', '2'], ELSEWHERE)
  expect(second).toEqual(first)
})

it('gives the same bytes for the sample, wherever it is run', { timeout: 240_000 }, async () => {
  const folder = tempFolder()
  const runs = []
  for (const [name, env] of Object.entries({ here: HERE, elsewhere: ELSEWHERE })) {
    const out = join(folder, name)
    const summary = await tidemapJson<AnalysisSummary>(['run', sampleFile, '--out', out], { env })
    runs.push({ hash: summary.resultHash, files: readResult(out) })
  }
  expect(runs[1]).toEqual(runs[0])
})

async function run(
  folder: string,
  name: string,
  papers: readonly unknown[],
  words: readonly string[],
  env: Record<string, string>,
): Promise<{ hash: string; files: string[] }> {
  const file = join(folder, `${name}.jsonl`)
  const out = join(folder, name)
  writeFileSync(file, toJsonLines(papers))
  const summary = await tidemapJson<AnalysisSummary>(['run', file, '--out', out, ...words], { env })
  return { hash: summary.resultHash, files: readResult(out) }
}

function readResult(folder: string): string[] {
  return FILES.map((file) => readFileSync(join(folder, file), 'utf8'))
}
