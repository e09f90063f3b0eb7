import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { prepare } from '../../../server/bin/prepare.mjs'
import { importElsewhere } from '../../../server/cli/input/import-elsewhere.ts'
import { importHere } from '../../../server/cli/input/import-here.ts'
import { errorLines } from '../../../server/cli/print/error-lines.ts'
import { tidemapHere, tidemapJson } from '../../support/command.ts'
import { madeUpPapers, toJsonLines } from '../../support/made-up-papers.ts'
import { tempFolder } from '../../support/temp-folder.ts'

beforeAll(() => prepare({ parts: ['server'] }), 120_000)

const flags = { encoding: 'auto', asOf: '2026-01-01' }

/** An import here or elsewhere, of files that stand in `cwd`, with all that it showed and left. */
async function importWith(
  run: typeof importElsewhere,
  cwd: string,
  names: string[],
  { dir = tempFolder(), skipBad = false, signal = new AbortController().signal } = {},
) {
  const context = { cwd, stdin: Readable.from([]), signal }
  const shown: string[] = []
  const bar = { show: (words: string) => void shown.push(words), clear: () => {} }
  const spec = { dir, memoryMb: 64 }
  const { snapshot, peakMemoryBytes, ...rest } = await run(context, bar, names, { ...flags, skipBad }, spec)
  expect(peakMemoryBytes).toBeGreaterThan(20e6)
  return { ...rest, papers: readFileSync(snapshot, 'utf8'), left: readdirSync(dir), shown: [...new Set(shown)] }
}

/** Lines of a few papers again and again: long to read, and few papers. */
function manyLines(megabytes: number): string {
  const lines = toJsonLines(madeUpPapers(40))
  return lines.repeat(Math.ceil((megabytes * 2 ** 20) / lines.length))
}

describe('an import in a process of its own', () => {
  it('makes the same as one that runs here', { timeout: 60_000 }, async () => {
    const cwd = tempFolder()
    const papers = madeUpPapers(300)
    writeFileSync(join(cwd, 'a.jsonl'), `${toJsonLines(papers.slice(0, 200))}no JSON\n`)
    writeFileSync(join(cwd, 'b.jsonl.gz'), gzipSync(toJsonLines(papers.slice(150))))
    const names = ['a.jsonl', '*.gz']
    const elsewhere = await importWith(importElsewhere, cwd, names, { skipBad: true })
    expect(elsewhere).toEqual(await importWith(importHere, cwd, names, { skipBad: true }))
    expect(elsewhere).toMatchObject({ left: ['snapshot.jsonl'], shown: ['Reading files'] })
    expect(elsewhere.receipt).toMatchObject({ papers: 300, duplicates: 50, rejected: [{ line: 201 }] })
  })

  it('says the same of files that cannot be read, and of a disk that fails', { timeout: 60_000 }, async () => {
    const cwd = tempFolder()
    writeFileSync(join(cwd, 'broken.jsonl'), `${toJsonLines(madeUpPapers(2))}no JSON\n`)
    writeFileSync(join(cwd, 'odd.bin'), new Uint8Array([0, 1, 2, 255]))
    writeFileSync(join(cwd, 'broken.gz'), gzipSync(toJsonLines(madeUpPapers(50))).subarray(0, 200))
    const nowhere = join(cwd, 'nowhere')
    for (const [names, dir] of [
      [['broken.jsonl']],
      [['odd.bin']],
      [['broken.gz']],
      [['broken.jsonl'], nowhere],
    ] as const) {
      const said = async (run: typeof importElsewhere) =>
        errorLines(
          await importWith(run, cwd, [...names], { dir: dir ?? tempFolder() }).catch((error: unknown) => error),
        )
      const elsewhere = await said(importElsewhere)
      expect(elsewhere).toBe(await said(importHere))
      expect(elsewhere).toMatch(/^tidemap: .+\nhint: .+\n$/)
    }
  })

  it('says what is wrong with the disk where the last step fails, too', { timeout: 60_000 }, async () => {
    const cwd = tempFolder()
    // In the order of ids the spool becomes the snapshot, in another it is copied.
    writeFileSync(join(cwd, 'ascending.jsonl'), toJsonLines(madeUpPapers(2)))
    writeFileSync(join(cwd, 'descending.jsonl'), toJsonLines(madeUpPapers(2).toReversed()))
    for (const [name, code] of [
      ['ascending.jsonl', 'EISDIR'],
      ['descending.jsonl', 'EEXIST'],
    ]) {
      for (const run of [importHere, importElsewhere]) {
        const dir = tempFolder()
        mkdirSync(join(dir, 'snapshot.jsonl'))
        await expect(importWith(run, cwd, [name], { dir })).rejects.toMatchObject({ code })
        expect(readdirSync(dir)).toEqual(['snapshot.jsonl'])
      }
    }
  })

  it('ends with the signal', { timeout: 60_000 }, async () => {
    const cwd = tempFolder()
    writeFileSync(join(cwd, 'many.jsonl'), manyLines(30))
    const stop = new AbortController()
    const importing = importWith(importElsewhere, cwd, ['many.jsonl'], { signal: stop.signal })
    setTimeout(() => stop.abort(new Error('enough')), 300)
    await expect(importing).rejects.toThrow('enough')
  })

  it.skipIf(process.platform !== 'linux')('fails where its process is killed', { timeout: 60_000 }, async () => {
    const cwd = tempFolder()
    writeFileSync(join(cwd, 'many.jsonl'), manyLines(30))
    const failed = importWith(importElsewhere, cwd, ['many.jsonl']).catch((error: unknown) => error)
    let pid: number | undefined
    while (pid === undefined) {
      await sleep(10)
      pid = childrenOf(process.pid).find((child) => commandOf(child).includes('import-child'))
    }
    process.kill(pid, 'SIGKILL')
    expect(await failed).toMatchObject({ code: 'unprocessable', message: expect.stringContaining('reading files') })
  })

  it('is what a run does with large files', { timeout: 60_000 }, async () => {
    const cwd = tempFolder()
    writeFileSync(join(cwd, 'many.jsonl'), manyLines(9))
    const words = ['run', 'many.jsonl', '--out', 'out', '--topics', '3']
    const summary = await tidemapJson(words, { cwd }, tidemapHere)
    const lines = readFileSync(join(cwd, 'many.jsonl'), 'utf8').split('\n').length - 1
    expect(summary).toMatchObject({ papers: 40, rejected: 0, duplicates: lines - 40 })
    expect(readdirSync(cwd).sort()).toEqual(['many.jsonl', 'out'])
    writeFileSync(join(cwd, 'many.jsonl'), `${manyLines(9)}no JSON\n`)
    const failed = await tidemapHere([...words.slice(0, 3), 'new'], { cwd })
    expect(failed).toMatchObject({ code: 1, stdout: '' })
    expect(failed.stderr).toMatch(new RegExp(`^tidemap: many.jsonl:${lines + 1}: .+\nhint: .+\n$`))
    expect(readdirSync(cwd).sort()).toEqual(['many.jsonl', 'out'])
  })
})

/** Processes that a process started, from whichever thread. */
function childrenOf(pid: number): number[] {
  const lists = readdirSync(`/proc/${pid}/task`).map((id) => readFileSync(`/proc/${pid}/task/${id}/children`, 'utf8'))
  return lists.flatMap((ids) => ids.split(' ').filter((id) => id !== '')).map(Number)
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}
