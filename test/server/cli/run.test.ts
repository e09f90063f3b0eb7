import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { commandEnv, sampleFile, tidemapHere, tidemapJson } from '../../support/command.ts'
import { madeUpPapers, toJsonLines } from '../../support/made-up-papers.ts'
import { projectRoot } from '../../support/project.ts'
import { tempFolder } from '../../support/temp-folder.ts'

it(
  'reads patterns and gz, resolves against the caller, and leaves files of others alone',
  { timeout: 60_000 },
  async () => {
    const cwd = tempFolder()
    const papers = madeUpPapers(40)
    writeFileSync(join(cwd, 'a.jsonl.gz'), gzipSync(toJsonLines(papers.slice(0, 25))))
    writeFileSync(join(cwd, 'b.jsonl'), toJsonLines(papers.slice(20)))
    mkdirSync(join(cwd, 'out'))
    writeFileSync(join(cwd, 'out/theirs.txt'), 'keep')
    const words = ['run', '[ab].jsonl*', '--out', 'out', '--topics', '3']
    const summary = await tidemapJson<{ seconds: Record<string, number> }>(words, { env: { INIT_CWD: cwd } })
    expect(summary).toMatchObject({ papers: 40, rejected: 0, duplicates: 5, options: { topics: 3, seed: 1 } })
    expect(summary.seconds).toMatchObject({ import: expect.any(Number), total: expect.any(Number) })
    const files = readdirSync(join(cwd, 'out'))
    expect(files).toHaveLength(10)
    expect(files).toContain('theirs.txt')
    const report = JSON.parse(readFileSync(join(cwd, 'out/report.json'), 'utf8')) as { imports: unknown[] }
    expect(report.imports).toMatchObject([{ filename: 'a.jsonl.gz' }, { filename: 'b.jsonl' }])
  },
)

it('leaves nothing when it fails', { timeout: 60_000 }, async () => {
  const cwd = tempFolder()
  const input = toJsonLines([{ title: '1', abstract: '2' }])
  const failed = await tidemapHere(['run', '-', '--out', join(cwd, 'new/out')], { input })
  expect(failed).toMatchObject({ code: 1, stdout: '' })
  expect(failed.stderr).toMatch(/^tidemap: .+\nhint: .+\n$/)
  expect(readdirSync(cwd)).toEqual([])
})

it('leaves nothing when it is interrupted', { timeout: 60_000 }, async () => {
  const cwd = tempFolder()
  const out = join(cwd, 'out')
  writeFileSync(join(cwd, 'papers.jsonl'), toJsonLines(madeUpPapers(4000)))
  const main = join(projectRoot, 'dist/server/main.js')
  const words = [main, 'run', join(cwd, 'papers.jsonl'), '--out', out]
  const child = spawn(process.execPath, words, { env: commandEnv(), stdio: 'ignore' })
  const ended = once(child, 'exit')
  while (!readdirSync(cwd).includes('out')) await sleep(20)
  // Well inside the analysis.
  await sleep(700)
  child.kill('SIGINT')
  expect(await ended).toEqual([130, null])
  expect(readdirSync(cwd)).toEqual(['papers.jsonl'])
})

it('refuses to write over a file', { timeout: 60_000 }, async () => {
  const cwd = tempFolder()
  writeFileSync(join(cwd, 'file'), 'keep')
  expect(await tidemapHere(['run', sampleFile, '--out', 'file'], { cwd })).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('not a folder'),
  })
  expect(readFileSync(join(cwd, 'file'), 'utf8')).toBe('keep')
})
