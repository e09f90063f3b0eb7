import { describe, expect, it } from 'vitest'
import { beside } from '../../../server/analysis/tasks/beside.ts'
import { mapHere, type TaskMap } from '../../../server/analysis/tasks/task.ts'
import { readShard, type TextShard } from '../../../server/analysis/text/read-shard.ts'
import type { startKernels as Start } from '../../../server/engine/local/kernel-threads.ts'

// Threads run compiled files.
const built = new URL('../../../dist/server/engine/local/kernel-threads.js', import.meta.url).href
const { startKernels } = (await import(built)) as { startKernels: typeof Start }
const SETS = { 'one thread': startKernels(1), 'three threads': startKernels(3) }

const shards: TextShard[] = Array.from({ length: 40 }, (_, i) => ({
  titles: [`The margin of graph ${i}`, `L'analyse de ${'margins '.repeat(i * 20)}`],
  abstracts: [i % 3 === 0 ? null : `Self-supervised (SSL) margins, ${i} of them.`, 'No more.'],
  vocabulary: undefined,
}))
const expected = mapHere(readShard, shards)

describe.each(Object.entries(SETS))('tasks on %s', (_, kernels) => {
  it('gives the answers in the order of the inputs', () => {
    expect(kernels.map(readShard, shards)).toEqual(expected)
    expect(kernels.map(readShard, [])).toEqual([])
    expect(kernels.map(readShard, shards.slice(0, 1))).toEqual(expected.slice(0, 1))
  })

  it('throws what a task throws, and goes on working', () => {
    const broken = shards.with(30, { ...shards[30], titles: null as unknown as string[] })
    expect(() => kernels.map(readShard, broken)).toThrow(TypeError)
    expect(kernels.map(readShard, shards)).toEqual(expected)
  })

  it('has each thread draw from all inputs where they are small, and hears of those of its own', () => {
    const small = { ...readShard, hasSmallInputs: true }
    const own: TextShard[] = []
    for (let turn = 0; turn < 6; turn++) {
      own.length = 0
      expect(kernels.map(small, shards, { onInput: (input) => void own.push(input) })).toEqual(expected)
      // In their order, and the first is among them.
      expect(own[0]).toBe(shards[0])
      expect(shards.filter((input) => own.includes(input))).toEqual(own)
    }
    expect(kernels.map(small, [])).toEqual([])
    for (const at of [0, 30]) {
      const broken = shards.with(at, { ...shards[at], titles: null as unknown as string[] })
      expect(() => kernels.map(small, broken)).toThrow(TypeError)
      expect(kernels.map(small, shards)).toEqual(expected)
    }
  })

  it('tells of the answers in the order of the inputs, and throws what the one who hears throws', () => {
    for (const hasSmallInputs of [true, false]) {
      const task = { ...readShard, hasSmallInputs }
      for (let turn = 0; turn < 3; turn++) {
        const told: unknown[] = []
        const sums: number[] = []
        const onOutput = (output: unknown): void => {
          told.push(output)
          // It may call kernels of one shard.
          sums.push(kernels.scope(() => kernels.gram(kernels.float32(8).fill(1), 2, 4))[0])
        }
        expect(kernels.map(task, shards, { onOutput })).toEqual(expected)
        expect(told).toEqual(expected)
        expect(sums).toEqual(expected.map(() => 2))
      }
      let heard = 0
      const onOutput = (): void => {
        if (++heard === 30) throw new RangeError('a fault')
      }
      expect(() => kernels.map(task, shards, { onOutput })).toThrow(RangeError)
      expect(heard).toBe(30)
      expect(kernels.map(task, shards)).toEqual(expected)
    }
  })

  it('does a task beside other work, and throws what that throws', () => {
    let done = 0
    expect(beside(kernels.map, readShard, shards, () => done++)).toEqual(expected)
    expect(done).toBe(1)
    const fail = (): void => {
      throw new RangeError('a fault')
    }
    expect(() => beside(kernels.map, readShard, shards, fail)).toThrow(RangeError)
    expect(kernels.map(readShard, shards)).toEqual(expected)
  })

  it('lets tasks and kernels take turns', () => {
    for (let turn = 0; turn < 30; turn++) {
      expectTurn(kernels.map, turn)
      const [sum] = kernels.scope(() => kernels.gram(kernels.float32(40_000).fill(1), 10_000, 4))
      expect(sum).toBe(10_000)
    }
  })
})

function expectTurn(map: TaskMap, turn: number): void {
  const some = shards.slice(0, turn % 7)
  expect(map(readShard, some)).toEqual(expected.slice(0, some.length))
}

it('says that a thread ended, whatever it ended of, and waits for none', { timeout: 60_000 }, async () => {
  const kernels = startKernels(3)
  const sum = (): number => kernels.scope(() => kernels.gram(kernels.float32(400_000).fill(1), 100_000, 4))[0]
  expect(sum()).toBe(100_000)
  // It takes no turn of the event loop to end them, and none is to be had while a kernel runs.
  const ended = kernels.close()
  expect(() => kernels.map(readShard, shards)).toThrow(/a thread of the analysis ended early/)
  expect(sum).toThrow(/a thread of the analysis ended early/)
  await ended
})
