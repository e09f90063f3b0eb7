import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { expect, it } from 'vitest'
import { builtKernels } from '../support/built-kernels.ts'
import { toJsonLines } from '../support/made-up-papers.ts'
import { plantedPapers } from '../support/planted-papers.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { runQuality } from './command.ts'
import type { SetFigures } from './measure-set.ts'

const planted = plantedPapers(6).map((paper, i) => ({
  ...paper,
  keywords: i % 4 === 0 ? ['coral reef', 'oceans'] : null,
}))

async function quality(folder: string, ...words: string[]) {
  const [stdout, stderr] = [new Text(), new Text()]
  const peerScript = join(folder, 'peer.mjs')
  const code = await runQuality(words, { cwd: folder, stdout, stderr, peerScript, kernels: builtKernels })
  return { code, stdout: stdout.text, stderr: stderr.text }
}

class Text extends Writable {
  text = ''
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString()
    done()
  }
}

function folderWithPapers(): string {
  const folder = tempFolder()
  writeFileSync(join(folder, 'planted.jsonl'), toJsonLines(planted))
  writeFileSync(join(folder, 'unlabelled.jsonl'), toJsonLines(planted.map((paper) => ({ ...paper, label: null }))))
  return folder
}

it('measures each file, labelled or not', async () => {
  const words = ['planted.jsonl', 'unlabelled.jsonl', '--seeds', '2', '--json']
  const { code, stdout, stderr } = await quality(folderWithPapers(), ...words)
  expect(code).toBe(0)
  const { seeds, sets } = JSON.parse(stdout) as { seeds: number[]; sets: SetFigures[] }
  expect(seeds).toEqual([1, 2])
  const [labelled, unlabelled] = sets
  expect(labelled).toMatchObject({ papers: 24, labels: 4, labelled: 24, wantedTopics: 4, duplicates: 0 })
  // Planted subjects share half of their words: a sound method tells them apart without a fault.
  expect(labelled.methods).toMatchObject([
    { method: 'Tidemap', topics: { mean: 4 }, nmi: { mean: 1 }, ari: { mean: 1 }, accuracy: { mean: 1 }, agreement: 1 },
  ])
  expect(labelled.keywords).toMatchObject({ papers: 6, distinct: 2 })
  expect(unlabelled).toMatchObject({ labels: 0, wantedTopics: 'auto', methods: [{ nmi: null, accuracy: null }] })
  expect(stderr).toContain('planted.jsonl: Tidemap, seed 2')
})

it('puts a peer beside it, judged by the same figures', async () => {
  const folder = folderWithPapers()
  // Stands in for scikit-learn: one answer for every run asked for, all papers in one cluster but the first.
  writeFileSync(
    join(folder, 'peer.mjs'),
    `if (process.argv[2] === '--versions') {
      console.log(JSON.stringify({ python: '3', 'scikit-learn': '1', numpy: '2' }))
    } else {
      let text = ''
      for await (const piece of process.stdin) text += piece
      const { texts, runs } = JSON.parse(text)
      for (const { seed } of runs) {
        const assignment = texts.map((_, i) => (i === 0 ? 0 : 1))
        console.log(JSON.stringify({ method: 'stand-in', seed, assignment, words: [['coral', 'reef'], ['violin']] }))
      }
    }`,
  )
  const words = ['planted.jsonl', '--seeds', '2', '--peer', '--python', process.execPath]
  const { code, stdout } = await quality(folder, ...words)
  expect(code).toBe(0)
  expect(stdout).toContain('scikit-learn 1')
  const row = stdout.split('\n').find((line) => line.startsWith('stand-in'))
  // One paper of the first label, and the six of another that share a cluster: 7 of 24 right.
  expect(row).toMatch(/^stand-in +2 .* 0\.292 ± 0\.000 .* 1\.000 +–$/)
})

it.each([
  [[], 'missing required argument'],
  [['nowhere.jsonl'], 'no such file: nowhere.jsonl'],
  [['.'], 'a folder, not a file: .'],
  [['planted.jsonl', '--topics', 'some'], 'auto, labels or a whole number from 1 to 500'],
  [['planted.jsonl', '--seeds', '0'], 'whole number from 1'],
  [['planted.jsonl', '--sedes', '2'], "unknown option '--sedes'"],
])('refuses wrong usage: %j', async (words, message) => {
  const { code, stdout, stderr } = await quality(folderWithPapers(), ...words)
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain(message)
})

it('fails before any work where the peer cannot run', async () => {
  const folder = folderWithPapers()
  const missing = await quality(folder, 'planted.jsonl', '--peer', '--python', join(folder, 'no-python'))
  expect(missing).toMatchObject({ code: 1, stdout: '' })
  expect(missing.stderr).toMatch(/^quality: python cannot be run: /)
  writeFileSync(join(folder, 'peer.mjs'), `console.error('scikit-learn is missing'); process.exit(1)`)
  const without = await quality(folder, 'planted.jsonl', '--peer', '--python', process.execPath)
  expect(without).toMatchObject({ code: 1, stdout: '' })
  expect(without.stderr).toContain('exit code 1: scikit-learn is missing')
})

it('says what a file has that it cannot measure', async () => {
  const folder = tempFolder()
  writeFileSync(join(folder, 'no-papers.txt'), 'nothing to see here\n')
  const { code, stderr } = await quality(folder, 'no-papers.txt')
  expect(code).toBe(1)
  expect(stderr).toContain('quality: no-papers.txt: ')
})
