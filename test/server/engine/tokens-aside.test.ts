import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { TokenRows } from '../../../server/analysis/text/token-kernels.ts'
import { fileShelf } from '../../../server/engine/local/file-shelf.ts'
import type { startKernels as Start } from '../../../server/engine/local/kernel-threads.ts'
import { putTokens } from '../../../server/engine/local/tokens-aside.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const built = new URL('../../../dist/server/engine/local/kernel-threads.js', import.meta.url).href
const { startKernels } = (await import(built)) as { startKernels: typeof Start }

it('brings tokens from the memory of some kernels into that of others', () => {
  const dir = tempFolder()
  const [ones, others] = [startKernels(1), startKernels(1)]
  const held: TokenRows = {
    n: 2,
    starts: ones.int32(3),
    abstractStarts: ones.int32(2),
    forms: ones.int32(5),
    flags: ones.bytes(5),
  }
  held.starts.set([0, 3, 5])
  held.abstractStarts.set([1, 5])
  held.forms.set([7, 6, 7, 5, 4])
  held.flags.set([0, 1, 2, 0, 8])
  const expected = structuredClone(held)
  const memory = held.forms.buffer
  const takeBack = putTokens(fileShelf(join(dir, 'waiting')), held)
  // None of them holds the memory any more.
  for (const array of [held.starts, held.abstractStarts, held.forms, held.flags]) expect(array.buffer).not.toBe(memory)
  expect(held.forms).toHaveLength(0)
  takeBack(others)
  expect(held.starts).toEqual(expected.starts)
  expect(held.abstractStarts).toEqual(expected.abstractStarts)
  expect(held.forms).toEqual(expected.forms)
  expect(held.flags).toEqual(expected.flags)
  expect(held.forms.buffer).toBe(others.bytes(1).buffer)
  expect(readdirSync(dir)).toEqual([])
})
