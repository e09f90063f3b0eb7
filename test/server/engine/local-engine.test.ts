import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EngineSpec } from '../../../server/engine/engine.ts'
import { createLocalEngine } from '../../../server/engine/local/local-engine.ts'
import { builtEngine, engineWithoutMemory, standInEngine } from './built-engine.ts'
import { tempFolder } from '../../support/temp-folder.ts'
import { engineSuite } from './engine-suite.ts'
import { madeUpPapers, paperWith, writeSnapshot } from './papers.ts'

engineSuite('local', builtEngine)
engineSuite('local, with a stand-in method', standInEngine)

it('gives the same result where no memory for WebAssembly is to be had', { timeout: 60_000 }, async () => {
  const folder = tempFolder()
  const snapshot = writeSnapshot(join(folder, 'papers.jsonl'), madeUpPapers(150))
  const hashes = [builtEngine(), engineWithoutMemory()].map(async (engine, i) => {
    const outDir = join(folder, String(i))
    mkdirSync(outDir)
    const run = { snapshot, outDir, options: { topics: 'auto', seed: 1 }, threads: 2, keepPapers: true } as const
    return (await engine.run(run)).summary.resultHash
  })
  expect(await hashes[1]).toBe(await hashes[0])
})

it('says the same of a large collection, which it does in two halves', { timeout: 60_000 }, async () => {
  const folder = tempFolder()
  const papers = madeUpPapers(300)
  // What makes a collection large is its file.
  const large = papers.map((paper) => ({ ...paper, url: `https://example.org/${'x'.repeat(80_000)}` }))
  const results = [papers, large].map(async (own, i) => {
    const outDir = join(folder, String(i))
    mkdirSync(outDir)
    const snapshot = writeSnapshot(join(folder, `${i}.jsonl`), own)
    const run = { snapshot, outDir, options: { topics: 'auto', seed: 1 }, threads: 2, keepPapers: false } as const
    await builtEngine().run(run)
    return Object.fromEntries(readdirSync(outDir).map((name) => [name, readFileSync(join(outDir, name), 'utf8')]))
  })
  const [small, other] = await Promise.all(results)
  // Nothing waits on a shelf any more.
  expect(Object.keys(other)).toEqual(Object.keys(small))
  for (const name of ['assignments.csv', 'topics.csv', 'trends.csv']) expect(other[name]).toBe(small[name])
})

describe('a kernel that goes wrong', () => {
  let folder: string
  beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'tidemap-engine-'))))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  function wish(venue: string): EngineSpec {
    const outDir = join(folder, venue)
    mkdirSync(outDir)
    const snapshot = writeSnapshot(join(folder, `${venue}.jsonl`), [paperWith({ id: 'a', venue })])
    return { snapshot, outDir, options: { topics: 'auto', seed: 1 }, threads: 1, keepPapers: true }
  }

  it('passes on what the method says', async () => {
    await expect(standInEngine().run(wish('throw'))).rejects.toMatchObject({
      code: 'unprocessable',
      message: 'no usable term',
      hint: 'add abstracts',
    })
  })

  it('says that a crash was one', async () => {
    const given = wish('crash')
    await expect(standInEngine().run(given)).rejects.toMatchObject({ code: 'internal', message: /ended early/ })
    expect(readdirSync(given.outDir)).toEqual([])
  })

  it('says that memory ran out, and what helps', async () => {
    await expect(standInEngine().run(wish('greedy'))).rejects.toMatchObject({
      code: 'unprocessable',
      message: 'analysis ran out of memory at 200 MB',
      hint: /TIDEMAP_MEMORY/,
    })
  })

  it('refuses papers that would not fit, with the figures, before it starts', async () => {
    const given = wish('large')
    truncateSync(given.snapshot, 150_000_000)
    await expect(createLocalEngine({ version: '1', heapMb: 500 }).run(given)).rejects.toMatchObject({
      code: 'unprocessable',
      message: 'an analysis of 150 MB of papers needs about 1000 MB of memory, and may take 500 MB',
      hint: /--memory-mb/,
    })
  })

  it('says that memory ran out where that of WebAssembly cannot grow', async () => {
    await expect(standInEngine().run(wish('grow'))).rejects.toMatchObject({
      code: 'unprocessable',
      message: 'analysis ran out of memory',
    })
  })

  it('ends when it is cancelled, busy as it is', async () => {
    const abort = new AbortController()
    const onProgress = ({ stage }: { stage: string }): void => {
      if (stage !== 'topics' || abort.signal.aborted) return
      abort.abort(new Error('enough'))
    }
    // The stand-in would go on for ever: that this ends is the proof.
    await expect(standInEngine().run(wish('hang'), { onProgress, signal: abort.signal })).rejects.toThrow('enough')
  })

  it('does not outlive its parent', async () => {
    const given = wish('hang-on')
    const pidFile = join(folder, 'kernel.pid')
    writeSnapshot(given.snapshot, [paperWith({ id: 'a', venue: 'hang', source: pidFile })])
    const script = join(folder, 'parent.mjs')
    writeFileSync(
      script,
      `import { createLocalEngine } from ${literal(new URL('../../../dist/server/engine/local/local-engine.js', import.meta.url).href)}
      const entry = new URL(${literal(new URL('stand-in-kernel.mjs', import.meta.url).href)})
      const onProgress = ({ stage }) => stage === 'topics' && process.kill(process.pid, 'SIGKILL')
      await createLocalEngine({ version: '0', heapMb: 100, entry }).run(${literal(given)}, { onProgress })`,
    )
    await new Promise((resolve) => execFile(process.execPath, [script], resolve))
    const pid = Number(readFileSync(pidFile, 'utf8'))
    for (let tries = 0; tries < 50 && isAlive(pid); tries++) await sleep(100)
    expect(isAlive(pid)).toBe(false)
  })
})

function literal(value: unknown): string {
  return JSON.stringify(value)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
