import { GRAM_SLOT, gramsOf } from '../grams-of-slots.ts'
import type { PhraseKernels, ShortlistInput } from '../phrase-kernels.ts'
import type { Arena } from './arena.ts'
import { createHitKernels } from './hit-kernels.ts'
import type { Parallel } from './kernel-names.ts'
import { phraseRoom, SHARD } from './phrase-room.ts'
import { places } from './places.ts'

/** The least and the most places that hashes of grams are counted in, and tokens for each of them. */
const LEAST_HASHES = 12
const MOST_HASHES = 22
const TOKENS_PER_HASH = 4
/** What a byte counts to. */
const MOST_COUNT = 255
/** Words that can follow each other in a paper, for each of its tokens. */
const GRAMS_PER_TOKEN = 3

/** The kernels of phrases in WebAssembly; see `createWasmKernels`. */
export function createPhraseKernels(arena: Arena, parallel: Parallel, scope: <T>(work: () => T) => T): PhraseKernels {
  const { threads } = parallel
  const { own, block, blockOf, paperRoom, joined } = phraseRoom(arena, threads)
  const copy = (values: Int32Array): Int32Array => {
    const to = arena.bareInt32(values.length)
    to.set(values)
    return to
  }

  return {
    ...createHitKernels(arena, parallel, scope),

    reachable: <T extends Int32Array | Uint8Array>(values: T): T => {
      if (arena.holds(values)) return values
      const copy = values instanceof Uint8Array ? arena.bytes(values.length) : arena.bareInt32(values.length)
      copy.set(values)
      return copy as T
    },

    countWords: (tokens) =>
      scope(() => {
        const counts = own(3 * tokens.wordCount)
        const args = [blockOf(tokens), tokens.wordCount, counts.byteOffset, ...paperRoom(tokens, 1)]
        parallel('countWords', tokens.n, SHARD, args)
        return { papers: joined(counts, tokens.wordCount, 0, 3), wholes: joined(counts, tokens.wordCount, 1, 3) }
      }),

    countGrams: (tokens, least) =>
      scope(() => {
        const at = blockOf(tokens)
        const room = paperRoom(tokens, 3)
        // What no hash of is counted often enough need not be counted itself.
        const bits = Math.ceil(Math.log2(Math.max(1, tokens.forms.length / TOKENS_PER_HASH)))
        const size = 2 ** Math.min(MOST_HASHES, Math.max(LEAST_HASHES, bits))
        const hashes = own(size / 4).byteOffset
        const bitsAt = arena.int32(size / 32).byteOffset
        const enough = Math.min(MOST_COUNT, least)
        parallel('countGramHashes', tokens.n, SHARD, [at, hashes, size, ...room])
        const reached = own(1)
        parallel('joinGramHashes', size / 16, 4096, [hashes, size, threads, enough, bitsAt, reached.byteOffset])
        const expected = 4 * joined(reached, 1, 0, 1)[0]
        // A paper may fill a quarter of a table, at which those end that have three.
        let slots = 1024
        while (slots < Math.max(expected, 4 * GRAMS_PER_TOKEN * tokens.longest)) slots *= 2
        for (; ; slots *= 2) {
          const found = scope(() => {
            const heads = own(2)
            const tables = own(GRAM_SLOT * slots)
            const table = [tables.byteOffset, slots]
            parallel('countGrams', tokens.n, SHARD, [at, bitsAt, size - 1, ...table, heads.byteOffset, ...room])
            const isFull = (): boolean => heads.some((value, i) => i % 2 === 1 && value !== 0)
            if (isFull()) return null
            if (threads > 1) parallel('joinGrams', 1, 1, [...table, threads, tokens.frequent, heads.byteOffset])
            return isFull() ? null : gramsOf(tables.subarray(0, GRAM_SLOT * slots), tokens.frequent, least)
          })
          if (found !== null) return found
        }
      }),

    shortlists: (input: ShortlistInput, most) =>
      scope(() => {
        const { rows, memberStarts, members, papers, titles, factors, wordFactors, wordStarts, words } = input
        const groups = memberStarts.length - 1
        const phrases = papers.length
        const numbers = [memberStarts, members, papers, titles, wordStarts, words].map((values) => {
          const copy = arena.bareInt32(values.length)
          copy.set(values)
          return copy
        })
        const weights = [factors, wordFactors].map((values) => {
          const copy = arena.float64(values.length)
          copy.set(values)
          return copy
        })
        const emphasis = arena.float32(input.emphasis.length)
        emphasis.set(input.emphasis)
        const [counts, best, bestPapers] = [groups, groups * most, groups * most].map((size) => arena.int32(size))
        const scores = arena.float64(groups * most)
        const args = [
          block(rows.starts, rows.ends, rows.entries, numbers[0], numbers[1]),
          block(numbers[2], numbers[3], weights[0], weights[1], numbers[4], numbers[5]),
          emphasis.byteOffset,
          input.all,
          phrases,
          input.singles,
          most,
          block(counts, best, bestPapers, scores),
          own(Math.ceil((16 * phrases + 8 * input.singles) / 64) * 16).byteOffset,
        ]
        parallel('shortlists', groups, 1, args)
        const [a, b, c] = [counts, best, bestPapers].map((values) => new Int32Array(values))
        return { most, counts: a, phrases: b, papers: c, scores: new Float64Array(scores) }
      }),

    countRows: ({ starts, ends, entries }, groups, columnOf, columns, mask) =>
      scope(() => {
        const size = groups.starts.length - 1
        const out = arena.int32(size * columns)
        const args = places(starts, ends, entries, ...[groups.starts, groups.papers, columnOf].map(copy))
        parallel('countRows', size, 1, [...args, columns, mask, out.byteOffset])
        return new Int32Array(out)
      }),

    countWithin: ({ starts, ends, entries }, groups, numberOf, { numbers, columnOf, columns, perTable }, mask) =>
      scope(() => {
        const size = groups.starts.length - 1
        const out = arena.int32(size * columns)
        const args = places(starts, ends, entries, ...[groups.starts, groups.papers, numberOf, columnOf].map(copy))
        parallel('countWithin', size, 64, [...args, numbers, columns, perTable, mask, out.byteOffset])
        return new Int32Array(out)
      }),

    formUses: ({ n, starts, abstractStarts, forms: tokens }, forms) =>
      scope(() => {
        const uses = own(2 * forms)
        const at = [starts, abstractStarts, tokens].map(({ byteOffset }) => byteOffset)
        parallel('formUses', n, SHARD, [...at, forms, uses.byteOffset])
        return { abstracts: joined(uses, forms, 0, 2), running: joined(uses, forms, 1, 2) }
      }),
  }
}
