import { HIT_PAPERS, type PhraseTokens } from '../phrase-kernels.ts'
import type { Arena } from './arena.ts'

/** Papers of a shard. */
export const SHARD = HIT_PAPERS

/** Room in the arena for the kernels of phrases on so many threads. */
export interface PhraseRoom {
  /** So many numbers for each thread. */
  own: (length: number) => Int32Array
  /** Addresses and sizes, as a kernel looks them up. */
  block: (...numbers: (number | ArrayBufferView)[]) => number
  blockOf: (tokens: PhraseTokens) => number
  /** Numbers that the words of the longest paper take, and room for so many times as many for each thread. */
  paperRoom: (tokens: PhraseTokens, times: number) => number[]
  /** The sums of what threads counted: `fields` interleaved counts for each of `length` items. */
  joined: (counts: Int32Array, length: number, field: number, fields: number) => Int32Array
}

export function phraseRoom(arena: Arena, threads: number): PhraseRoom {
  const own = (length: number): Int32Array => arena.int32(length * threads)
  const block = (...numbers: (number | ArrayBufferView)[]): number => {
    const values = arena.int32(numbers.length)
    values.set(numbers.map((value) => (typeof value === 'number' ? value : value.byteOffset)))
    return values.byteOffset
  }
  return {
    own,
    block,
    blockOf: ({ starts, abstractStarts, forms, flags, words, frequent }) =>
      block(starts, abstractStarts, forms, flags, words, forms.length, frequent),
    paperRoom: ({ longest }, times) => [longest + 1, own(times * (longest + 1)).byteOffset],
    joined(counts, length, field, fields) {
      const sums = new Int32Array(length)
      for (let thread = 0; thread < threads; thread++) {
        const first = thread * length * fields + field
        for (let i = 0; i < length; i++) sums[i] += counts[first + i * fields]
      }
      return sums
    },
  }
}
