import type { Stretches } from '../../text/stretches.ts'
import type { TokenKernels, TokenRows } from '../../text/token-kernels.ts'
import type { Arena } from './arena.ts'
import type { Parallel } from './kernel-names.ts'
import { createLongFormKernels } from './long-form-kernels.ts'
import { places } from './places.ts'
import { ReaderState } from './reader-state.ts'
import { WordRoom } from './word-room.ts'

/** Papers and tokens of a shard. */
const PAPERS = 1024
const TOKENS = 1 << 16

/** Units of a word, about. */
const UNITS_OF_WORD = 10

/** Bytes that are read behind the last word. */
const MARGIN = 64

/** Steps of `stretches`. */
const [COUNT, KEEP, LIST] = [0, 1, 2]

/** The kernels over tokens in WebAssembly (`assembly/text`). */
export function createTokenKernels(
  arena: Arena,
  scope: TokenKernels['scope'],
  parallel: Parallel,
): Omit<TokenKernels, 'int32' | 'bareInt32' | 'scope'> {
  const shardsOf = (items: number, shard: number): Int32Array => arena.int32(Math.ceil(items / shard))

  /** What a kernel finds among so many items. */
  const find = (kernel: 'findMarked' | 'findBegins', items: number, args: readonly number[]): Int32Array =>
    scope(() => {
      const counts = shardsOf(items, TOKENS)
      const out = arena.bareInt32(items)
      parallel(kernel, items, TOKENS, [...args, counts.byteOffset, TOKENS, out.byteOffset])
      const found = new Int32Array(counts.reduce((sum, count) => sum + count, 0))
      let place = 0
      counts.forEach((count, shard) => {
        found.set(out.subarray(shard * TOKENS, shard * TOKENS + count), place)
        place += count
      })
      return found
    })

  return {
    ...createLongFormKernels(arena, scope, parallel),
    bytes: (length) => arena.bytes(length),
    bareBytes: (length) => arena.bareBytes(length),

    wordJoiner(expected = 0) {
      const state = new ReaderState(arena)
      const room = new WordRoom(arena, state, (...args) => parallel('spreadWords', 1, 1, args))
      // Once for all, lest words be put into other slots again and again.
      room.reserve(UNITS_OF_WORD * expected, expected)
      return {
        add({ units, starts }) {
          const count = starts.length - 1
          room.reserve(units.length, count)
          return scope(() => {
            const own = arena.bareBytes(2 * units.length + MARGIN)
            new Uint16Array(own.buffer, own.byteOffset, units.length).set(units)
            const from = arena.bareInt32(starts.length)
            from.set(starts)
            const found = arena.bareInt32(count)
            parallel('joinWords', 1, 1, [state.place, ...places(own, from), count, found.byteOffset])
            return found.slice()
          })
        },
        words: (first) => room.words(first),
      }
    },

    renumber: (forms, ends, numbers, meanwhile) =>
      scope(() => {
        const sets = [...new Set(numbers)]
        const own = arena.bareInt32(sets.reduce((sum, { length }) => sum + length, 0))
        const firstOf = new Map<Int32Array, number>()
        let first = 0
        for (const set of sets) {
          own.set(set, first)
          firstOf.set(set, first)
          first += set.length
        }
        const firsts = arena.bareInt32(numbers.length)
        firsts.set(numbers.map((set) => firstOf.get(set)!))
        const ownEnds = arena.bareInt32(ends.length)
        ownEnds.set(ends)
        parallel('renumber', forms.length, TOKENS, places(forms, ownEnds, firsts, own), meanwhile)
      }),

    countForms: (forms, formCount) =>
      scope(() => {
        const counts = arena.int32(formCount * parallel.threads)
        parallel('countForms', forms.length, TOKENS, [...places(forms, counts), formCount])
        const all = counts.slice(0, formCount)
        for (let at = formCount; at < counts.length; at++) all[at % formCount] += counts[at]
        return all
      }),

    countMarked: ({ n, starts, forms }, marked) =>
      scope(() => {
        const counts = arena.int32(n)
        parallel('countMarked', n, PAPERS, places(starts, forms, marked, counts))
        return counts.slice()
      }),

    findMarked: (keys, marked) =>
      find('findMarked', keys.length, [keys.byteOffset, keys.BYTES_PER_ELEMENT, marked.byteOffset]),

    findBegins: (forms, begins, stemOfForm, mayBegin) =>
      scope(() => {
        const own = arena.int32(stemOfForm.length)
        own.set(stemOfForm)
        const slots = arena.bytes(mayBegin.length)
        slots.set(mayBegin)
        return find('findBegins', forms.length, [forms.byteOffset, forms.length, ...places(begins, own, slots)])
      }),

    stretches: ({ n, starts, abstractStarts, forms, flags, hashes }, least, slots, meanwhile, later): Stretches =>
      scope(() => {
        const full = Math.min(least, 65_535)
        const table = arena.bytes(2 * slots * parallel.threads)
        const firsts = shardsOf(n, PAPERS)
        const rooms = arena.bytes(128 * parallel.threads)
        const notes = arena.bareInt32(forms.length)
        const noted = shardsOf(n, PAPERS)
        const rows = places(starts, abstractStarts, forms, flags, hashes)
        const run = (step: number, out: Int32Array, length: number, work?: () => void): void => {
          const args = [step, table.byteOffset, slots, full, firsts.byteOffset, PAPERS, out.byteOffset, length]
          args.push(rooms.byteOffset, notes.byteOffset, noted.byteOffset)
          parallel('stretches', n, PAPERS, [...rows, ...args], work)
        }
        run(COUNT, firsts, 0, meanwhile)
        const counts = new Uint16Array(table.buffer, table.byteOffset, slots * parallel.threads)
        // Each thread counted up to `full`, so that a slot is full where their sum says so.
        for (let at = slots; at < counts.length; at++) {
          const slot = at % slots
          counts[slot] = Math.min(full, counts[slot] + counts[at])
        }
        run(KEEP, firsts, 0, later)
        const length = toFirsts(firsts)
        const out = arena.int32(4 * length)
        run(LIST, out, length)
        const column = (c: number): Int32Array => out.slice(c * length, (c + 1) * length)
        return { high: column(0), low: column(1), starts: column(2), lengths: column(3) }
      }),

    compact: ({ n, starts, abstractStarts, forms, flags }, dropped): TokenRows =>
      scope(() => {
        const counts = arena.int32(2 * n)
        parallel('compact', n, PAPERS, places(starts, abstractStarts, forms, flags, dropped, counts))
        let kept = 0
        for (let first = 0; first < n; first += PAPERS) {
          const from = starts[first]
          const begin = kept
          const end = Math.min(n, first + PAPERS)
          for (let paper = first; paper < end; paper++) {
            // The start of the next shard is read before it is written.
            abstractStarts[paper] = kept + counts[2 * paper]
            kept += counts[2 * paper + 1]
            if (paper + 1 < end) starts[paper + 1] = kept
          }
          if (from !== begin) {
            forms.copyWithin(begin, from, from + kept - begin)
            flags.copyWithin(begin, from, from + kept - begin)
          }
          if (first > 0) starts[first] = begin
        }
        starts[n] = kept
        return { n, starts, abstractStarts, forms: forms.subarray(0, kept), flags: flags.subarray(0, kept) }
      }),
  }
}

/** Turns the numbers of shards into the places where theirs begin; returns how many there are in all. */
function toFirsts(counts: Int32Array): number {
  let first = 0
  counts.forEach((count, shard) => {
    counts[shard] = first
    first += count
  })
  return first
}
