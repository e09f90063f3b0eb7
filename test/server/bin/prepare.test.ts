import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { projectRoot } from '../../support/project.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tidemap-prepare-'))
  cpSync(join(projectRoot, 'server/bin'), join(folder, 'server/bin'), { recursive: true })
  write('package.json', '{ "type": "module" }')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the tidemap command in an installed package', () => {
  it('builds nothing and runs from any folder', async () => {
    write('dist/server/main.js', `console.log('ran', ...process.argv.slice(2))`)
    expect(await tidemap('check', 'a b')).toEqual({ code: 0, stdout: 'ran check a b\n', stderr: '' })
    expect(existsSync(join(folder, '.data'))).toBe(false)
  })
})

describe('the tidemap command in a checkout', () => {
  beforeEach(() => {
    write('tsconfig.json', '{}')
    write('server/main.ts', 'one')
    const lock = JSON.stringify({ packages: { '': {}, 'node_modules/a': { version: '1.0.0', integrity: 'x' } } })
    write('package-lock.json', lock)
    write('node_modules/.package-lock.json', lock)
    // Stands in for the compiler: says that it ran, takes a while, and makes a command that prints its source.
    write(
      'node_modules/typescript/bin/tsc',
      `const { appendFileSync, mkdirSync, readFileSync, writeFileSync } = require('node:fs')
      appendFileSync('builds.log', 'build ')
      console.log('noise')
      const source = readFileSync('server/main.ts', 'utf8')
      if (source === 'broken') { console.error('main.ts:1: unknown word: broken'); process.exit(2) }
      mkdirSync('dist/server', { recursive: true })
      setTimeout(() => writeFileSync('dist/server/main.js', 'console.log(' + JSON.stringify(source) + ')'), 300)`,
    )
    write('node_modules/typescript/package.json', '{ "type": "commonjs" }')
    for (const folder of ['server/analysis/kernels', 'server/import/batches']) write(`${folder}/assembly/index.ts`, '')
    write(
      'node_modules/assemblyscript/bin/asc.js',
      `const { mkdirSync, writeFileSync } = require('node:fs')
      const { dirname } = require('node:path')
      const file = process.argv.find((word) => word.startsWith('--outFile=')).slice('--outFile='.length)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, '')`,
    )
    write('node_modules/assemblyscript/package.json', '{ "type": "commonjs" }')
  })

  it('builds once for calls at the same time, and lets only results reach stdout', async () => {
    const runs = await Promise.all([tidemap('check'), tidemap('check'), tidemap('check')])
    for (const run of runs) expect(run).toEqual({ code: 0, stdout: 'one\n', stderr: '' })
    expect(builds()).toBe('build ')
    await tidemap('check')
    expect(builds()).toBe('build ')
  })

  it('builds again when a source changed', async () => {
    await tidemap('check')
    write('server/main.ts', 'two, changed')
    expect((await tidemap('check')).stdout).toBe('two, changed\n')
    expect(builds()).toBe('build build ')
  })

  it('fails with what the compiler said, and keeps failing until it is mended', async () => {
    write('server/main.ts', 'broken')
    for (let i = 0; i < 2; i++) {
      const { code, stdout, stderr } = await tidemap('check')
      expect(code).toBe(1)
      expect(stdout).toBe('')
      expect(stderr).toMatch(/^tidemap: build of the server failed \(exit code 2\)\n[^]*unknown word: broken\n$/)
    }
  })

  it('takes over the lock of a process that is gone', async () => {
    write('.data/prepare.lock', '4194305')
    expect((await tidemap('check')).stdout).toBe('one\n')
    expect(existsSync(join(folder, '.data/prepare.lock'))).toBe(false)
  })
})

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

function builds(): string {
  return readFileSync(join(folder, 'builds.log'), 'utf8')
}

function tidemap(...words: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const script = join(folder, 'server/bin/tidemap.mjs')
    execFile(process.execPath, [script, ...words], { cwd: tmpdir() }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr })
    })
  })
}
