import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Engine, EngineProgress, EngineSpec, Manifest } from '../../../server/engine/engine.ts'
import { readResult } from '../../../server/engine/read-result.ts'
import { decodeMap } from '../../../shared/map.ts'
import { compareCodePoints } from '../../../shared/paper.ts'
import { madeUpPapers, writeSnapshot } from './papers.ts'

/** What every engine must do, wherever it runs an analysis. */
export function engineSuite(name: string, open: () => Engine): void {
  describe(`engine: ${name}`, () => {
    const papers = madeUpPapers(60)
    let folder: string
    let engine: Engine
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'tidemap-engine-'))
      engine = open()
    })
    afterAll(() => rmSync(folder, { recursive: true, force: true }))

    function spec(run: string, change: Partial<EngineSpec> = {}): EngineSpec {
      const outDir = join(folder, run)
      mkdirSync(outDir)
      const snapshot = writeSnapshot(join(folder, `${run}.jsonl`), papers)
      return { snapshot, outDir, options: { topics: 5, seed: 1 }, threads: 1, keepPapers: true, ...change }
    }

    /** One run to the end, in order and on one thread, that several tests look at. */
    const progress: EngineProgress[] = []
    let running: Promise<Manifest> | undefined
    const whole = (): Promise<Manifest> =>
      (running ??= engine.run(spec('whole'), { onProgress: (step) => progress.push(step) }))

    it('writes every file, and a manifest that tells of them', async () => {
      const manifest = await whole()
      const outDir = join(folder, 'whole')
      const read = (file: string): Buffer => readFileSync(join(outDir, file))
      expect(readdirSync(outDir).sort()).toEqual([
        'assignments.csv',
        'assignments.parquet',
        'manifest.json',
        'map.bin',
        'papers.jsonl',
        'similar.parquet',
        'themes.parquet',
        'topics.csv',
        'topics.parquet',
        'trends.csv',
        'trends.parquet',
      ])
      expect(JSON.parse(read('manifest.json').toString())).toEqual(manifest)

      const hash = createHash('sha256')
      for (const file of ['papers.jsonl', 'assignments.csv', 'topics.csv', 'trends.csv']) hash.update(read(file))
      expect(manifest.summary.resultHash).toBe(hash.digest('hex'))
      expect(manifest.summary).toMatchObject({ papers: 60, rejected: 0, duplicates: 0, seed: 1 })
      expect(manifest.summary.peakMemoryBytes).toBeGreaterThan(40e6)
      expect(manifest.summary.seconds['total']).toBeGreaterThan(0)

      const ids = papers.map(({ id }) => id).sort(compareCodePoints)
      const { topics, assignments } = await readResult(outDir)
      expect(assignments.map(({ paperId }) => paperId)).toEqual(ids)
      expect(topics.reduce((sum, topic) => sum + topic.papers, 0)).toBe(60)
      const map = decodeMap(new Uint8Array(read('map.bin')).buffer, new TextDecoder())
      expect(map.ids).toEqual(ids)
      expect([...map.topic]).toEqual(assignments.map(({ topicId }) => topicId))

      const shares = progress.map((step) => step.progress)
      expect(shares).toEqual([...shares].sort((a, b) => a - b))
      expect(shares.length).toBeGreaterThan(2)
      expect(shares.at(-1)).toBeLessThanOrEqual(1)
    })

    it('gives one hash whatever the row order and the threads, papers kept or not', async () => {
      const first = await whole()
      const shuffled = writeSnapshot(join(folder, 'shuffled.jsonl'), papers.toReversed())
      const second = await engine.run(spec('reversed', { snapshot: shuffled, threads: 2, keepPapers: false }))
      expect(second.summary.resultHash).toBe(first.summary.resultHash)
      expect(readdirSync(join(folder, 'reversed'))).not.toContain('papers.jsonl')
    })

    it('rejects with the reason of an abort and leaves nothing', async () => {
      const given = spec('aborted')
      const abort = new AbortController()
      const run = engine.run(given, { onProgress: () => abort.abort(new Error('enough')), signal: abort.signal })
      await expect(run).rejects.toThrow('enough')
      expect(readdirSync(given.outDir)).toEqual([])
    })

    it('does not begin when it was aborted before', async () => {
      const given = spec('too-late')
      await expect(engine.run(given, { signal: AbortSignal.abort(new Error('no')) })).rejects.toThrow('no')
      expect(readdirSync(given.outDir)).toEqual([])
    })

    it('writes the text index', async () => {
      const { snapshot } = spec('index')
      const file = join(folder, 'text-index.bin')
      await engine.index(snapshot, file)
      expect(readFileSync(file).length).toBeGreaterThan(0)
      const aborted = join(folder, 'no-index.bin')
      await expect(engine.index(snapshot, aborted, AbortSignal.abort(new Error('no')))).rejects.toThrow('no')
      expect(readdirSync(folder).filter((name) => name.startsWith('no-index'))).toEqual([])
    })
  })
}
