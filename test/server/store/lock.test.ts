import { spawn } from 'node:child_process'
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { prepare } from '../../../server/bin/prepare.mjs'
import { acquireLock, readLock } from '../../../server/store/lock.ts'
import { tempFolder } from '../../support/temp-folder.ts'

beforeAll(() => prepare({ parts: ['server'] }), 240_000)

const dead = async (): Promise<number> => {
  const child = spawn(process.execPath, ['-e', ''])
  await once(child, 'exit')
  return child.pid!
}
const lockOf = (pid: number): string =>
  `${JSON.stringify({ pid, started: null, address: null, token: 'old', nonce: '0'.repeat(24) })}\n`

test('names process, address and token, for its owner alone, until it is released', () => {
  const path = join(tempFolder(), 'data', 'lock.json')
  const lock = acquireLock(path)
  lock.setAddress('http://127.0.0.1:4680')
  expect(readLock(path)).toMatchObject({ pid: process.pid, address: 'http://127.0.0.1:4680', token: lock.token })
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(() => acquireLock(path)).toThrow(`in use by process ${process.pid} at http://127.0.0.1:4680`)
  lock.release()
  expect(readLock(path)).toBeNull()
  expect(existsSync(path)).toBe(false)
})

test('takes the lock of a dead process, also of one that had the same number', async () => {
  for (const pid of [await dead(), process.pid]) {
    const path = join(tempFolder(), 'lock.json')
    writeFileSync(path, lockOf(pid))
    expect(readLock(path)).toBeNull()
    const lock = acquireLock(path, { token: 'chosen' })
    expect(readLock(path)?.token).toBe('chosen')
    expect(readdirSync(join(path, '..'))).toEqual(['lock.json'])
    lock.release()
  }
})

test('refuses a lock of a living process and one that cannot be read', () => {
  const path = join(tempFolder(), 'lock.json')
  writeFileSync(path, lockOf(process.ppid))
  expect(() => acquireLock(path)).toThrow(`in use by process ${process.ppid}`)
  writeFileSync(path, '{')
  expect(() => acquireLock(path)).toThrow('unreadable lock file')
})

test('one of many processes that start at once gets it', { timeout: 120_000 }, async () => {
  const path = join(tempFolder(), 'lock.json')
  writeFileSync(path, lockOf(await dead()))
  const module = new URL('../../../dist/server/store/lock.js', import.meta.url).href
  const script = `import { acquireLock } from ${JSON.stringify(module)}
    try { acquireLock(${JSON.stringify(path)}); console.log('mine') } catch (error) { console.log(error.message) }
    process.stdin.resume()`
  const starts = Array.from({ length: 6 }, () => spawn(process.execPath, ['--input-type=module', '-e', script]))
  // Who holds it stays until all have tried: a lock of the dead may be taken.
  const words = await Promise.all(starts.map(async ({ stdout }) => String((await once(stdout, 'data'))[0])))
  for (const child of starts) child.kill('SIGKILL')
  expect(words.filter((word) => word === 'mine\n')).toHaveLength(1)
  expect(words.filter((word) => word.includes('in use'))).toHaveLength(5)
})
