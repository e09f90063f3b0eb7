import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openOutput } from '../../../server/cli/output/output-folder.ts'
import { nameOf } from '../../../server/cli/output/run-files.ts'

describe('openOutput', () => {
  let folder: string
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'tidemap-output-'))))
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('shows the named files and nothing else', () => {
    const dir = join(folder, 'a/b')
    const output = openOutput(dir)
    writeFileSync(join(output.staging, 'one'), '1')
    writeFileSync(join(output.staging, 'rest'), '2')
    output.publish(['one'])
    output.discard()
    expect(readdirSync(dir)).toEqual(['one'])
  })

  it('leaves files of others alone and replaces its own', () => {
    writeFileSync(join(folder, 'theirs'), 'x')
    writeFileSync(join(folder, 'one'), 'old')
    const output = openOutput(folder)
    writeFileSync(join(output.staging, 'one'), 'new')
    output.publish(['one'])
    expect(readdirSync(folder).sort()).toEqual(['one', 'theirs'])
    expect(readFileSync(join(folder, 'one'), 'utf8')).toBe('new')
  })

  it('takes back what it made when nothing comes of it', () => {
    mkdirSync(join(folder, 'a'))
    const output = openOutput(join(folder, 'a/b/c'))
    writeFileSync(join(output.staging, 'half'), '')
    output.discard()
    expect(readdirSync(join(folder, 'a'))).toEqual([])
  })

  it('keeps what others put there meanwhile', () => {
    const dir = join(folder, 'new')
    const output = openOutput(dir)
    writeFileSync(join(dir, 'theirs'), '')
    output.discard()
    expect(readdirSync(dir)).toEqual(['theirs'])
  })

  it('removes what a killed run left, but not that of a living one', () => {
    // No system hands out a process number this high.
    mkdirSync(join(folder, '.tidemap-run-99999999-abc'))
    mkdirSync(join(folder, `.tidemap-run-${process.pid}-abc`))
    openOutput(folder).discard()
    expect(readdirSync(folder)).toEqual([`.tidemap-run-${process.pid}-abc`])
  })

  it('refuses a file', () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    expect(() => openOutput(file)).toThrow('not a folder')
    expect(existsSync(file)).toBe(true)
  })
})

describe('nameOf', () => {
  it('names a report after its files', () => {
    expect(nameOf(['daily-papers.jsonl.gz'])).toBe('daily-papers')
    expect(nameOf(['a.csv', 'b.csv'])).toBe('a and 1 more file')
    expect(nameOf(['.csv', 'b', 'c'])).toBe('.csv and 2 more files')
  })
})
