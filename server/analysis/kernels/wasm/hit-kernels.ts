import { LookList } from '../look-list.ts'
import {
  LOOK_FIELDS,
  MOST_WORDS,
  type PhraseHits,
  type PhraseKernels,
  type PhraseTokens,
  PLACE_FIELDS,
} from '../phrase-kernels.ts'
import { evenly, stepsOf } from '../spaced-places.ts'
import type { Arena } from './arena.ts'
import type { Parallel } from './kernel-names.ts'
import { phraseRoom, SHARD } from './phrase-room.ts'
import { places as addresses } from './places.ts'

/** Bytes that a thread keeps a number in. */
const HEAD = 64
/** Shards that places are counted in: what each knows of all phrases takes room. */
const MOST_SHARDS = 16
/** Phrases whose places are there at a time: they take up to 12 kB each. */
const AT_ONCE = 4000

/** The kernels that find phrases, and look at what was found, in WebAssembly; see `createWasmKernels`. */
export function createHitKernels(
  arena: Arena,
  parallel: Parallel,
  scope: <T>(work: () => T) => T,
): Pick<PhraseKernels, 'phraseHits' | 'lookAt' | 'phraseRows'> {
  const { threads } = parallel
  const { own, blockOf, joined } = phraseRoom(arena, threads)
  const copy = (values: Int32Array): Int32Array => {
    const to = arena.bareInt32(values.length)
    to.set(values)
    return to
  }

  return {
    phraseHits(tokens, { count, words, table }, expected) {
      const shards = Math.ceil(tokens.n / SHARD)
      const phraseBits = Math.max(1, 32 - Math.clz32(count))
      const [starts, ends] = [arena.int32(shards), arena.int32(shards)]
      /** The hits, or how many there are where they need more room. */
      const find = (room: number): Int32Array | number => {
        const hits = arena.bareInt32(room)
        const found = scope(() => {
          const kinds = arena.bareInt32(tokens.words.length)
          const uses = copy(words).byteOffset
          const forms = [tokens.words.byteOffset, tokens.frequent, uses, kinds.byteOffset]
          parallel('kindsOfForms', tokens.words.length, 1 << 14, forms)
          const [slots, bits, free] = addresses(copy(table.slots), copy(table.bits), arena.int32(1))
          const bytes = 4 * (3 * (tokens.longest + 1) + (MOST_WORDS + 1) * mostTokens(tokens) + 16)
          const sought = [slots, table.mask, bits, table.bitMask, kinds.byteOffset, uses, phraseBits]
          const to = [SHARD, ...addresses(starts, ends, hits), room, free]
          const scratch = arena.bareInt32((bytes / 4) * threads).byteOffset
          const args = [blockOf(tokens), ...sought, ...to, tokens.longest + 1, scratch, bytes]
          parallel('phraseHits', tokens.n, SHARD, args)
          return ends.reduce((most, end) => Math.max(most, end), 0)
        })
        const fits = found <= room
        arena.shrink(hits, fits ? found : 0)
        return fits ? hits.subarray(0, found) : found
      }
      let hits = find(expected)
      while (typeof hits === 'number') hits = find(hits)
      return { count, phraseBits, starts, ends, hits }
    },

    lookAt: (tokens, hits, lengths, most) =>
      scope(() => {
        const { count } = hits
        const shard = SHARD * Math.max(1, Math.ceil(tokens.n / SHARD / MOST_SHARDS))
        const shards = Math.ceil(tokens.n / shard)
        /** Phrase → 1 where its places are sought now. */
        const isNow = arena.int32(2 ** hits.phraseBits).fill(1, 0, count)
        const words = copy(lengths)
        const [counts, next, steps] = [shards * count, shards * count, count].map((size) => arena.int32(size))
        const args = [blockOf(tokens), ...hitsAt(hits), ...addresses(isNow, words), count, shard]
        const find = (first: number, places: number): void =>
          parallel('phrasePlaces', tokens.n, shard, [...args, ...addresses(counts, next, steps), first, places])
        find(0, 0)
        steps.set(stepsOf(counts, shards, count, most))
        const starts = evenly(counts, next, steps, shards)
        const list = new LookList(count)
        for (let from = 0; from < count; from += AT_ONCE) {
          const to = Math.min(count, from + AT_ONCE)
          isNow.fill(0, 0, count).fill(1, from, to)
          scope(() => {
            const own = copy(starts.subarray(from, to + 1).map((start) => start - starts[from]))
            const places = arena.bareInt32(PLACE_FIELDS * own[to - from])
            find(starts[from], places.byteOffset)
            const fields = arena.bareInt32(LOOK_FIELDS * (to - from))
            const at = addresses(tokens.forms, tokens.flags, words.subarray(from), own, places, fields)
            parallel('describePlaces', to - from, 64, at)
            list.add({ starts: own, places }, fields)
          })
        }
        return list.looks
      }),

    phraseRows(tokens, hits, starts, ends) {
      const titles = scope(() => {
        const { count } = hits
        const [marks, counted] = [own(count), own(count)]
        const to = addresses(starts, ends, marks, counted)
        const met = own(HEAD / 4).byteOffset
        parallel('phraseRows', tokens.n, SHARD, [blockOf(tokens), ...hitsAt(hits), count, ...to, met, HEAD])
        return joined(counted, count, 0, 1)
      })
      const entries = closeUp(hits, starts, ends)
      arena.shrink(hits.hits, entries.length)
      return { rows: { starts, ends, entries }, titles }
    },
  }
}

/** Moves the rows of all shards, each of which lies where its hits began, up to each other; returns all entries. */
function closeUp({ starts: froms, hits }: PhraseHits, starts: Int32Array, ends: Int32Array): Int32Array {
  const order = Array.from(froms.keys()).sort((a, b) => froms[a] - froms[b])
  let end = 0
  for (const shard of order) {
    const [first, last] = [shard * SHARD, Math.min(starts.length, (shard + 1) * SHARD)]
    const from = froms[shard]
    const size = ends[last - 1] - from
    hits.copyWithin(end, from, from + size)
    for (let paper = first; paper < last; paper++) {
      starts[paper] += end - from
      ends[paper] += end - from
    }
    end += size
  }
  return hits.subarray(0, end)
}

function hitsAt({ starts, ends, hits, phraseBits }: PhraseHits): number[] {
  return [...addresses(starts, ends, hits), phraseBits, SHARD]
}

/** Tokens of the shard that has most. */
function mostTokens({ n, starts }: PhraseTokens): number {
  let most = 0
  for (let paper = 0; paper < n; paper += SHARD)
    most = Math.max(most, starts[Math.min(n, paper + SHARD)] - starts[paper])
  return most
}
