import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { analyze } from '../../../server/analysis/analyze.ts'
import type { Shelf } from '../../../server/analysis/kernels/wasm/shelf.ts'
import { fileShelf } from '../../../server/engine/local/file-shelf.ts'
import type { startKernels as Start } from '../../../server/engine/local/kernel-threads.ts'
import { plantedPapers } from '../../support/planted-papers.ts'
import { tempFolder } from '../../support/temp-folder.ts'

// Threads run what was built: Node 20 runs no TypeScript.
const built = new URL('../../../dist/server/engine/local/kernel-threads.js', import.meta.url).href
const { startKernels } = (await import(built)) as { startKernels: typeof Start }

const counted = (length: number): Int32Array => Int32Array.from({ length }, (_, i) => i * 7)

it('lends the room of values that wait, and brings them back', () => {
  const dir = tempFolder()
  const kernels = startKernels(1, undefined, fileShelf(join(dir, 'waiting')))
  const forms = kernels.int32(5000)
  forms.set(counted(5000))
  const flags = kernels.bytes(999).fill(3)
  const beside = kernels.int32(10).fill(5)
  const found = kernels.aside([forms, flags], () => {
    expect(readdirSync(dir)).toHaveLength(1)
    const first = kernels.int32(4000).fill(1)
    expect(first.byteOffset).toBe(forms.byteOffset)
    const second = kernels.scope(() => kernels.int32(800).fill(2).byteOffset)
    // Neither what is left of the first room nor the second holds so many.
    const third = kernels.int32(2000).fill(3)
    expect(third.byteOffset).toBeGreaterThan(beside.byteOffset)
    expect(kernels.int32(800).byteOffset).toBe(second)
    expect(kernels.bytes(900).byteOffset).toBe(flags.byteOffset)
    expect(first.every((value) => value === 1) && third.every((value) => value === 3)).toBe(true)
    return third.byteOffset
  })
  expect(forms).toEqual(counted(5000))
  expect(flags.every((value) => value === 3)).toBe(true)
  expect(beside.every((value) => value === 5)).toBe(true)
  // All of it was taken back.
  expect(kernels.int32(1).byteOffset).toBe(found)
  expect(readdirSync(dir)).toEqual([])
})

it('lends what was lent again', () => {
  const dir = tempFolder()
  const kernels = startKernels(1, undefined, fileShelf(join(dir, 'waiting')))
  const outer = kernels.int32(1000)
  outer.set(counted(1000))
  kernels.aside([outer], () => {
    const inner = kernels.float32(600)
    inner.set(counted(600))
    kernels.aside([inner], () => {
      expect(readdirSync(dir)).toHaveLength(2)
      expect(kernels.int32(500).fill(1).byteOffset).toBe(inner.byteOffset)
      expect(kernels.int32(300).fill(1).byteOffset).toBeGreaterThan(inner.byteOffset)
    })
    expect([...inner]).toEqual([...counted(600)])
    expect(kernels.int32(100).byteOffset).toBeGreaterThanOrEqual(inner.byteOffset + inner.byteLength)
  })
  expect(outer).toEqual(counted(1000))
})

it('brings values back where work fails, and does no work where they cannot be kept', () => {
  const dir = tempFolder()
  const kernels = startKernels(1, undefined, fileShelf(join(dir, 'waiting')))
  const values = kernels.int32(100)
  values.set(counted(100))
  const fail = (): never => {
    kernels.int32(100).fill(1)
    throw new Error('work failed')
  }
  expect(() => kernels.aside([values], fail)).toThrow('work failed')
  expect(values).toEqual(counted(100))
  expect(readdirSync(dir)).toEqual([])
  const nowhere = startKernels(1, undefined, fileShelf(join(dir, 'no/folder')))
  expect(() => nowhere.aside([nowhere.int32(10)], fail)).toThrow('ENOENT')
})

it('changes nothing of an analysis', { timeout: 60_000 }, () => {
  const papers = plantedPapers(8)
  const options = { topics: 4, seed: 5 } as const
  let times = 0
  const inMemory: Shelf = {
    put(values) {
      times++
      const copies = values.map((bytes) => bytes.slice())
      // Whoever reads them meanwhile reads nonsense.
      for (const bytes of values) bytes.fill(255)
      return (places) => places.forEach((bytes, i) => bytes.set(copies[i]))
    },
  }
  const kernels = startKernels(2, undefined, inMemory)
  expect(analyze(papers, options, undefined, kernels)).toEqual(analyze(papers, options, undefined, startKernels(1)))
  // Tokens, and the weights of terms.
  expect(times).toBe(2)
})
