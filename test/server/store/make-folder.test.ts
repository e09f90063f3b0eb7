import { existsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder } from '../../../server/store/make-folder.ts'
import { tempFolder } from '../../support/temp-folder.ts'

test('makes what is missing and says where that begins', () => {
  const root = tempFolder()
  expect(makeFolder(join(root, 'a', 'b', 'c'), 0o700)).toBe(join(root, 'a'))
  expect(statSync(join(root, 'a', 'b', 'c')).isDirectory()).toBe(true)
  expect(makeFolder(join(root, 'a', 'b', 'c'))).toBeUndefined()
  expect(makeFolder(join(root, 'a', 'd'))).toBe(join(root, 'a', 'd'))
})

test('fails where a file is in the way', () => {
  const root = tempFolder()
  writeFileSync(join(root, 'file'), '')
  expect(() => makeFolder(join(root, 'file', 'x'))).toThrow('ENOTDIR')
})

test.skipIf(!existsSync('/proc/self'))('fails, and ends, where a folder takes no other', () => {
  expect(() => makeFolder('/proc/no-such-folder')).toThrow('ENOENT')
})
