import { ReaderState } from './reader-state'
import { wordOf } from './scan-tokens'
import { spread } from './word-table'

/**
 * Finds the words of all tokens that no token had before, in the order in which they are met: `found` gets them. `isMet`: word → 1 where a token had it, which is kept up. Returns how many there are.
 */
export function newWords(place: usize, isMet: usize, found: usize): u32 {
  const state = changetype<ReaderState>(place)
  const end = state.forms + ((<usize>state.tokens) << 2)
  let count: u32 = 0
  for (let at = state.forms; at < end; at += 4) {
    const word = load<u32>(at)
    if (load<u8>(isMet + <usize>word) !== 0) continue
    store<u8>(isMet + <usize>word, 1)
    store<u32>(found + ((<usize>count) << 2), word)
    count++
  }
  return count
}

/** Copies words out: `starts` (one more than there are) and `units`. Returns how many units. */
export function copyWords(place: usize, found: usize, count: u32, starts: usize, units: usize): u32 {
  const state = changetype<ReaderState>(place)
  let to: u32 = 0
  for (let i: u32 = 0; i < count; i++) {
    const shift = (<usize>i) << 2
    const word = (<usize>load<u32>(found + shift)) << 2
    const from = load<u32>(state.wordStarts + word)
    const length = load<u32>(state.wordStarts + word, 4) - from
    store<u32>(starts + shift, to)
    memory.copy(units + ((<usize>to) << 1), state.pool + ((<usize>from) << 1), (<usize>length) << 1)
    to += length
  }
  store<u32>(starts + ((<usize>count) << 2), to)
  return to
}

/** The number of a word whose units stand at `at`. There is room for it. */
export function numberOfWord(place: usize, at: usize, length: i32): u32 {
  return wordOf(changetype<ReaderState>(place), at, 0, length)
}

/** Finds the numbers of `count` words, of which i begins at unit `starts`[i] of `units`; there is room for them, and for 32 bytes to be read behind the last. The first three numbers of kernels say nothing here. */
export function joinWords(
  from: i32,
  to: i32,
  thread: i32,
  place: usize,
  units: usize,
  starts: usize,
  count: i32,
  numbers: usize,
): void {
  const state = changetype<ReaderState>(place)
  for (let i = 0; i < count; i++) {
    const start = starts + ((<usize>i) << 2)
    store<u32>(numbers + ((<usize>i) << 2), wordOf(state, units, load<i32>(start), load<i32>(start, 4)))
  }
}

/** See `word-table.ts`. */
export function spreadWords(from: i32, to: i32, thread: i32, place: usize, slots: usize, mask: u32): void {
  spread(changetype<ReaderState>(place), slots, mask)
}
