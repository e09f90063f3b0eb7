import { at } from './places'

const AFTER_SENTENCE: u32 = 4
const AFTER_COLON: u32 = 32
const RUN: i32 = 7
const SHORTEST_SENTENCE: i32 = 3
const LONGEST_HEAD: i32 = 4
const LEAST_EMPTY: i32 = 5
const SENTENCE: i32 = 0x2545f491
const HEAD: i32 = 0x5851f42d
const HIGH: i32 = 0x01000193
const LOW: i32 = 0x85ebca6b
const HIGH_OF_RUN: i32 = HIGH * HIGH * HIGH * HIGH * HIGH * HIGH * HIGH
const LOW_OF_RUN: i32 = LOW * LOW * LOW * LOW * LOW * LOW * LOW

/** What is done with a stretch: COUNT adds to its slot, up to `full`; TELL counts those of full slots, LIST lists them. */
const COUNT: i32 = 0
const LIST: i32 = 2

/**
 * Finds the stretches of the abstracts of papers from…to, as `text/find-stretches.ts` does. `step`: COUNT into `slots` Uint16s, of which each thread has its own at `table`, the number of
 * those of full slots for each shard at `counts`, or LIST: those of a shard from the place on that it has at `counts`, in four columns of `length` numbers at `out` (hashes, first token, tokens). `lasts`: 64 bytes for each thread.
 */
export function stretches(
  from: i32,
  to: i32,
  thread: i32,
  starts: usize,
  abstractStarts: usize,
  forms: usize,
  flags: usize,
  hashes: usize,
  step: i32,
  table: usize,
  slots: i32,
  full: i32,
  counts: usize,
  shard: i32,
  out: usize,
  length: i32,
  lasts: usize,
): void {
  const own = step === COUNT ? table + ((<usize>thread * <usize>slots) << 1) : table
  const count = counts + ((<usize>(from / shard)) << 2)
  // The last eight words; threads may not share them.
  const last = lasts + ((<usize>thread) << 6)
  let found: i32 = step === LIST ? load<i32>(count) : 0
  for (let paper = from; paper < to; paper++) {
    const first = at(abstractStarts, paper)
    const end = at(starts, paper + 1)
    let sentence = first
    let emptyOfRun: i32 = 0
    let emptyOfSentence: i32 = 0
    let highOfRun: i32 = 0
    let lowOfRun: i32 = 0
    for (let t = first; t < end; t++) {
      const next = t + 1
      const hash = load<i64>(hashes + ((<usize>at(forms, t)) << 3))
      const isEmpty = (<i32>hash) & 1
      emptyOfRun += isEmpty
      emptyOfSentence += isEmpty
      highOfRun = highOfRun * HIGH + <i32>hash
      lowOfRun = lowOfRun * LOW + <i32>(hash >> 32)
      const seat = last + ((<usize>(t & 7)) << 3)
      if (t - RUN >= first) {
        const gone = load<i64>(last + ((<usize>((t - RUN) & 7)) << 3))
        emptyOfRun -= (<i32>gone) & 1
        highOfRun -= HIGH_OF_RUN * <i32>gone
        lowOfRun -= LOW_OF_RUN * <i32>(gone >> 32)
      }
      store<i64>(seat, hash)
      if (next - RUN >= first && emptyOfRun >= LEAST_EMPTY)
        found = add(step, own, slots, full, highOfRun, lowOfRun, next - RUN, RUN, out, length, found)
      const after = next === end ? AFTER_SENTENCE : <u32>load<u8>(flags + <usize>next)
      if ((after & (AFTER_SENTENCE | AFTER_COLON)) === 0) continue
      const words = next - sentence
      for (let kind = 0; kind < 2; kind++) {
        const isThere =
          kind === 0
            ? (after & AFTER_COLON) !== 0 && words <= LONGEST_HEAD
            : words >= SHORTEST_SENTENCE && words < RUN && emptyOfSentence > 0
        if (!isThere) continue
        let highOfAll: i32 = kind === 0 ? HEAD : SENTENCE
        let lowOfAll: i32 = words
        for (let s = sentence; s < next; s++) {
          const word = load<i64>(hashes + ((<usize>at(forms, s)) << 3))
          highOfAll = highOfAll * HIGH + <i32>word
          lowOfAll = lowOfAll * LOW + <i32>(word >> 32)
        }
        found = add(step, own, slots, full, highOfAll, lowOfAll, sentence, words, out, length, found)
      }
      sentence = next
      emptyOfSentence = 0
    }
  }
  if (step !== COUNT && step !== LIST) store<i32>(count, found)
}

/** Returns how many stretches of full slots were found with this one. */
function add(
  step: i32,
  table: usize,
  slots: i32,
  full: i32,
  high: i32,
  low: i32,
  from: i32,
  words: i32,
  out: usize,
  length: i32,
  found: i32,
): i32 {
  const slot = table + ((<usize>((high ^ (<i32>((<u32>high) >> 15))) & (slots - 1))) << 1)
  const count = <i32>load<u16>(slot)
  if (step === COUNT) {
    if (count < full) store<u16>(slot, <u16>(count + 1))
    return 0
  }
  if (count < full) return found
  if (step === LIST) {
    const column = (<usize>length) << 2
    const place = out + ((<usize>found) << 2)
    store<i32>(place, high)
    store<i32>(place + column, low)
    store<i32>(place + 2 * column, from)
    store<i32>(place + 3 * column, words)
  }
  return found + 1
}
