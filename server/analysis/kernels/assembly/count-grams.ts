import { mix } from './gram-table'
import {
  BEGINS,
  ENDS,
  touch,
  frequentWords,
  GOES_ON,
  isLikely,
  likelyPairs,
  readPaper,
  ROLE_BITS,
  startOf,
} from './phrase-tokens'

const MOST_WORDS: i32 = 4
/** A slot: parent + 1 (0: empty), word, papers, papers as a whole, the last of both, first token + 1, hash, and where it went when tables were joined. */
const SLOT_SHIFT: i32 = 5

/** Counts, in a table of bytes for each thread, how often words follow each other whose hash falls into each of `size` places, up to 255. */
export function countGramHashes(
  from: i32,
  to: i32,
  thread: i32,
  tokens: usize,
  tables: usize,
  size: i32,
  longest: i32,
  scratch: usize,
): void {
  const table = tables + <usize>thread * <usize>size
  const buffer = scratch + ((<usize>(thread * longest)) << 2)
  const mask = size - 1
  for (let paper = from; paper < to; paper++) {
    const length = readPaper(tokens, paper, buffer)
    let x = load<i32>(buffer)
    for (let i = 0; i < length; i++) {
      let y = load<i32>(buffer + ((<usize>i) << 2), 4)
      const first = x
      x = y
      if ((first & (y >> 2) & BEGINS) === 0) continue
      let hash = first >> ROLE_BITS
      const end = min(length, i + MOST_WORDS)
      for (let j = i + 1; ;) {
        hash = mix(hash, y >> ROLE_BITS)
        const at = table + <usize>(hash & mask)
        const count = <i32>load<u8>(at)
        store<u8>(at, count + i32(count < 255))
        if (++j >= end) break
        y = load<i32>(buffer + ((<usize>j) << 2))
        if ((y & GOES_ON) === 0) break
      }
    }
  }
}

/** Adds the tables of all threads up, 16 bytes an item: which places reach `least` to `bits`, a bit each, and to `reached` (Int32 a thread) how many do. */
export function joinGramHashes(
  from: i32,
  to: i32,
  thread: i32,
  tables: usize,
  size: i32,
  threads: i32,
  least: i32,
  bits: usize,
  reached: usize,
): void {
  const enough = i8x16.splat(<i8>least)
  let count = 0
  for (let item = from; item < to; item++) {
    const at = tables + ((<usize>item) << 4)
    let sum = v128.load(at)
    for (let other = 1; other < threads; other++) sum = i8x16.add_sat_u(sum, v128.load(at + <usize>other * <usize>size))
    const enoughOf = i8x16.bitmask(i8x16.ge_u(sum, enough))
    store<u16>(bits + ((<usize>item) << 1), <u16>enoughOf)
    count += popcnt(enoughOf)
  }
  const place = reached + ((<usize>thread) << 2)
  store<i32>(place, load<i32>(place) + count)
}

/**
 * Counts the grams of two to four words whose hashes have their bit set in `bits` (`mask` + 1 of them), in a table of `slots` slots for each thread; `heads` (two Int32 a thread) has
 * how many it holds, and 1 where that is all it can. `scratch`: three times `longest` Int32 for each thread.
 */
export function countGrams(
  from: i32,
  to: i32,
  thread: i32,
  tokens: usize,
  bits: usize,
  mask: i32,
  tables: usize,
  slots: i32,
  heads: usize,
  longest: i32,
  scratch: usize,
): void {
  const head = heads + ((<usize>thread) << 3)
  if (load<i32>(head, 4) !== 0) return
  const table = tables + ((<usize>thread * <usize>slots) << SLOT_SHIFT)
  const buffer = scratch + <usize>(thread * longest) * 12
  const pairs = buffer + ((<usize>longest) << 2)
  const frequent = frequentWords(tokens)
  const most = (slots >> 2) * 3
  for (let paper = from; paper < to; paper++) {
    const length = readPaper(tokens, paper, buffer)
    const last = likelyPairs(buffer, length, bits, mask, pairs)
    touch(pairs, last, table, slots - 1, SLOT_SHIFT)
    const first = startOf(tokens, paper) + 1
    const mark = 2 * paper + 2
    for (let pair = pairs; pair < last; pair += 8) {
      const i = load<i32>(pair)
      let hash = load<i32>(pair, 4)
      let parent = load<i32>(buffer + ((<usize>i) << 2)) >> ROLE_BITS
      const end = min(length, i + MOST_WORDS)
      let y = load<i32>(buffer + ((<usize>i) << 2), 4)
      for (let j = i + 1; ;) {
        const slot = findOrAdd(table, slots - 1, hash, parent, y >> ROLE_BITS, first + i, head)
        const at = table + ((<usize>slot) << SLOT_SHIFT)
        const seen = load<i32>(at, 16)
        const isNew = i32(seen < mark)
        const now = max(seen, mark)
        const isNewWhole = ((y & ENDS) >> 1) & i32(now === mark)
        store<i32>(at, load<i32>(at, 8) + isNew, 8)
        store<i32>(at, load<i32>(at, 12) + isNewWhole, 12)
        store<i32>(at, now + isNewWhole, 16)
        if (++j >= end) break
        parent = frequent + slot
        y = load<i32>(buffer + ((<usize>j) << 2))
        if ((y & GOES_ON) === 0) break
        hash = mix(hash, y >> ROLE_BITS)
        if (!isLikely(hash, bits, mask)) break
      }
    }
    if (load<i32>(head) > most) {
      store<i32>(head, 1, 4)
      return
    }
  }
}

/** Adds the tables of all threads but the first to that; the arguments are those of `countGrams`. */
export function joinGrams(
  from: i32,
  to: i32,
  thread: i32,
  tables: usize,
  slots: i32,
  threads: i32,
  frequent: i32,
  heads: usize,
): void {
  const most = (slots >> 2) * 3
  for (let other = 1; other < threads; other++) {
    const table = tables + ((<usize>other * <usize>slots) << SLOT_SHIFT)
    for (let slot = 0; slot < slots; slot++) {
      if (load<i32>(table + ((<usize>slot) << SLOT_SHIFT)) === 0) continue
      if (load<i32>(heads) > most) {
        store<i32>(heads, 1, 4)
        return
      }
      joinSlot(tables, table, slots, frequent, slot, heads)
    }
  }
}

/** Where a slot of `table` is in the first table, to which it is added when it is first asked for. */
function joinSlot(first: usize, table: usize, slots: i32, frequent: i32, slot: i32, head: usize): i32 {
  const at = table + ((<usize>slot) << SLOT_SHIFT)
  const known = load<i32>(at, 28)
  if (known !== 0) return known - 1
  let parent = load<i32>(at) - 1
  if (parent >= frequent) parent = frequent + joinSlot(first, table, slots, frequent, parent - frequent, head)
  const met = load<i32>(at, 20)
  const place = findOrAdd(first, slots - 1, load<i32>(at, 24), parent, load<i32>(at, 4), met, head)
  const to = first + ((<usize>place) << SLOT_SHIFT)
  store<i32>(to, load<i32>(to, 8) + load<i32>(at, 8), 8)
  store<i32>(to, load<i32>(to, 12) + load<i32>(at, 12), 12)
  store<i32>(to, min(load<i32>(to, 20), met), 20)
  store<i32>(at, place + 1, 28)
  return place
}

/** The slot of a gram, which is added, with the place `met` where it was first met, where there is none: a thread meets places in their order. */
function findOrAdd(table: usize, mask: i32, hash: i32, parent: i32, word: i32, met: i32, head: usize): i32 {
  let slot = hash & mask
  for (;;) {
    const at = table + ((<usize>slot) << SLOT_SHIFT)
    const key = load<i32>(at)
    if (key === parent + 1 && load<i32>(at, 4) === word) return slot
    if (key === 0) {
      store<i32>(at, parent + 1)
      store<i32>(at, word, 4)
      store<i32>(at, met, 20)
      store<i32>(at, hash, 24)
      store<i32>(head, load<i32>(head) + 1)
      return slot
    }
    slot = (slot + 1) & mask
  }
  return -1
}
