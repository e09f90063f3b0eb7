import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { expect, it } from 'vitest'
import { tempFolder } from '../support/temp-folder.ts'
import { runBench } from './command.ts'

class Text extends Writable {
  text = ''
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString()
    done()
  }
}

async function bench(cwd: string, ...words: string[]) {
  const [stdout, stderr] = [new Text(), new Text()]
  const context = { cwd, stdout, stderr, peerScript: join(cwd, 'peer.mjs'), tidemap: join(cwd, 'none.js') }
  const code = await runBench(words, context)
  return { code, stdout: stdout.text, stderr: stderr.text }
}

it.each([
  [['--corpus', 'nowhere.jsonl'], 'no such file: nowhere.jsonl'],
  [['--corpus', '.'], 'a folder, not a file: .'],
  [['--papers', '10000,some'], 'whole number from 10 to 10000000'],
  [['--threads', '0'], 'whole number from 1'],
  [['--stages', 'svd,swim'], 'Unknown stage: swim'],
  [['--pear'], "unknown option '--pear'"],
])('refuses wrong usage: %j', async (words, message) => {
  const { code, stdout, stderr } = await bench(tempFolder(), ...words)
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain(message)
})

it('fails before any work where the peer cannot run', async () => {
  const folder = tempFolder()
  const missing = await bench(folder, '--papers', '10', '--peer', '--python', join(folder, 'no-python'))
  expect(missing).toMatchObject({ code: 1, stdout: '' })
  expect(missing.stderr).toMatch(/^bench: python cannot be run: /)
  writeFileSync(join(folder, 'peer.mjs'), `console.error('scikit-learn is missing'); process.exit(1)`)
  const without = await bench(folder, '--papers', '10', '--peer', '--python', process.execPath)
  expect(without).toMatchObject({ code: 1, stdout: '' })
  expect(without.stderr).toContain('exit code 1: scikit-learn is missing')
})

it('names the stages in its help', async () => {
  const { code, stdout } = await bench(tempFolder(), '--help')
  expect(code).toBe(0)
  expect(stdout.replaceAll(/\s+/g, ' ')).toContain('text, svd, sparse-20, sparse-50')
})
