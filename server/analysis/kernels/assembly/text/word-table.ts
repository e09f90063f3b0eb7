import { ReaderState } from './reader-state'

/** Bytes of a slot: two halves of a key, 1 + the number of its word (0: free). */
const SLOT: usize = 32
/** Units of a word that is its own key. */
export const SHORT: i32 = 16
/** Second half of the key of a word that is not: no word in ASCII has it. */
const LONG: u64 = 0xffffffffffffffff

/** Sixteen bytes of ones, then as many of zeros. */
const masks = memory.data<u8>([
  255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 0,
])

/** A word of at most sixteen units, all in ASCII, as its own key. `head`: its units as bytes, and whatever comes behind them. */
function keyOf(length: i32, head: v128): v128 {
  return v128.and(head, v128.load(masks + 16 - <usize>length))
}

/** The number of a word of at most sixteen units at `at`, all in ASCII, a new one where it is new. */
export function shortWord(state: ReaderState, at: usize, length: i32, head: v128): u32 {
  const key = keyOf(length, head)
  const first = i64x2.extract_lane(key, 0)
  const second = i64x2.extract_lane(key, 1)
  return sought(state, at, length, first, second, slotOf(first, second) & state.mask)
}

/** The number of a short word, which is sought from a slot on. */
function sought(state: ReaderState, at: usize, length: i32, first: u64, second: u64, from: u32): u32 {
  let slot = from
  while (true) {
    const place = state.slots + <usize>slot * SLOT
    // What is compared is the word itself, and it is all in one line of the cache.
    if (load<u64>(place) === first && load<u64>(place, 8) === second) return load<u32>(place, 16) - 1
    if (load<u32>(place, 16) === 0) return add(state, at, length, first, second, place)
    slot = (slot + 1) & state.mask
  }
}

/** Words that wait for their numbers: key, where it stands, units, and where its number goes. */
const WAITING: usize = 32
const MOST_WAITING: u32 = 256
const queue = memory.data(8192)
let waiting: u32 = 0

/** Forgets the words that wait. */
export function beginWords(): void {
  waiting = 0
}

/**
 * Has the number of a short word written to `to`, at the latest by `endWords`. Words wait for each other, since most of a look at the table is the wait for memory: with nothing else between them, many are
 * under way at a time.
 */
export function queueWord(state: ReaderState, at: usize, length: i32, head: v128, to: usize): void {
  const seat = queue + <usize>waiting * WAITING
  v128.store(seat, keyOf(length, head))
  store<u32>(seat, <u32>at, 16)
  store<i32>(seat, length, 20)
  store<u32>(seat, <u32>to, 24)
  if (++waiting === MOST_WAITING) endWords(state)
}

/** Writes the numbers of all words that wait. */
export function endWords(state: ReaderState): void {
  const slots = state.slots
  const mask = state.mask
  const end = queue + <usize>waiting * WAITING
  for (let seat = queue; seat < end; seat += WAITING) {
    const first = load<u64>(seat)
    const second = load<u64>(seat, 8)
    const slot = slotOf(first, second) & mask
    const place = slots + <usize>slot * SLOT
    const word =
      load<u64>(place) === first && load<u64>(place, 8) === second
        ? load<u32>(place, 16) - 1
        : sought(state, <usize>load<u32>(seat, 16), load<i32>(seat, 20), first, second, slot)
    store<u32>(<usize>load<u32>(seat, 24), word)
  }
  waiting = 0
}

/** The same of any other word. */
export function longWord(state: ReaderState, at: usize, length: i32): u32 {
  const hash = hashOfLong(at, length)
  const mask = state.mask
  let slot = slotOf(hash, LONG) & mask
  while (true) {
    const place = state.slots + <usize>slot * SLOT
    const word = load<u32>(place, 16)
    if (word === 0) return add(state, at, length, hash, LONG, place)
    if (load<u64>(place) === hash && load<u64>(place, 8) === LONG && holds(state, word - 1, at, length)) return word - 1
    slot = (slot + 1) & mask
  }
}

function slotOf(first: u64, second: u64): u32 {
  return <u32>(((first ^ rotl(second * 0xff51afd7ed558ccd, 32)) * 0x9e3779b97f4a7c15) >> 32)
}

function hashOfLong(at: usize, length: i32): u64 {
  let hash: u64 = <u64>length
  let i = 0
  for (; i + 4 <= length; i += 4) hash = rotl(hash ^ load<u64>(at + ((<usize>i) << 1)), 29) * 0x9e3779b97f4a7c15
  for (; i < length; i++) hash = rotl(hash ^ (<u64>load<u16>(at + ((<usize>i) << 1))), 29) * 0x9e3779b97f4a7c15
  return hash
}

function holds(state: ReaderState, word: u32, at: usize, length: i32): bool {
  const starts = state.wordStarts + ((<usize>word) << 2)
  const from = load<u32>(starts)
  if (<i32>(load<u32>(starts, 4) - from) !== length) return false
  return memory.compare(state.pool + ((<usize>from) << 1), at, (<usize>length) << 1) === 0
}

/** Adds a word at a free slot; its number. The caller has seen to it that there is room. */
function add(state: ReaderState, at: usize, length: i32, first: u64, second: u64, place: usize): u32 {
  const word = state.words++
  const starts = state.wordStarts + ((<usize>word) << 2)
  const from = load<u32>(starts)
  memory.copy(state.pool + ((<usize>from) << 1), at, (<usize>length) << 1)
  store<u32>(starts, from + <u32>length, 4)
  store<u64>(place, first)
  store<u64>(place, second, 8)
  store<u32>(place, word + 1, 16)
  return word
}

/** Puts all words into other slots, which are zeros: `mask` + 1 of them. */
export function spread(state: ReaderState, slots: usize, mask: u32): void {
  const end = state.slots + (<usize>state.mask + 1) * SLOT
  for (let old = state.slots; old < end; old += SLOT) {
    const word = load<u32>(old, 16)
    if (word === 0) continue
    const first = load<u64>(old)
    const second = load<u64>(old, 8)
    let slot = slotOf(first, second) & mask
    while (load<u32>(slots + <usize>slot * SLOT, 16) !== 0) slot = (slot + 1) & mask
    const place = slots + <usize>slot * SLOT
    store<u64>(place, first)
    store<u64>(place, second, 8)
    store<u32>(place, word, 16)
  }
  state.slots = slots
  state.mask = mask
}
