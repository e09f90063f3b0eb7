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

/** What is done: COUNT adds each stretch to its slot, up to `full`, and notes it; KEEP keeps of the notes those of full slots; LIST lists them. */
const COUNT: i32 = 0
const KEEP: i32 = 1
const LIST: i32 = 2

/** Kinds of stretches, beside runs. */
const OF_HEAD: u64 = 1
const OF_SENTENCE: u64 = 2

/** A note: the slot of a stretch, its kind, its tokens and the first of them. */
const TOKENS_AT: u64 = 31
const KIND_AT: u64 = 34
const SLOT_AT: u64 = 36

/** What is known of a shard while it is read. */
@unmanaged
class Shard {
  table: usize
  mask: i32
  full: i32
  step: i32
  /** Notes: the next, and the end of the room for them. */
  note: usize
  end: usize
  /** Stretches that were met, or found in full slots. */
  found: i32
  out: usize
  /** Bytes of a column of `out`. */
  column: usize
}

/**
 * Finds the stretches of the abstracts of papers from…to, as `text/find-stretches.ts` does. `step`: COUNT into `slots` Uint16s, of which each thread has its own at `table`; KEEP, after
 * which the number of those of full slots stands at `counts` for each shard; LIST: those of a shard from the place on that it has at `counts`, in four columns of `length` numbers at `out` (hashes, first
 * token, tokens). `notes`: 4 bytes for each token, `noted`: a number for each shard, −1 where there were more stretches than notes, so that it is read again each time. `rooms`: 128 bytes for each thread.
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
  rooms: usize,
  notes: usize,
  noted: usize,
): void {
  const place = (<usize>(from / shard)) << 2
  const room = rooms + ((<usize>thread) << 7)
  const own = changetype<Shard>(room)
  own.table = step === COUNT ? table + ((<usize>thread * <usize>slots) << 1) : table
  own.mask = slots - 1
  own.full = full
  own.step = step
  const first = notes + (((<usize>at(starts, from) + 1) & ~1) << 2)
  own.note = first
  own.end = notes + ((<usize>at(starts, to)) << 2)
  own.found = step === LIST ? load<i32>(counts + place) : 0
  own.out = out
  own.column = (<usize>length) << 2
  const known = step === COUNT ? -1 : load<i32>(noted + place)
  if (known < 0) scan(own, from, to, starts, abstractStarts, forms, flags, hashes, room + 64)
  else if (step === KEEP) keep(own, first, known)
  else list(own, first, known, forms, hashes)
  if (step === COUNT) store<i32>(noted + place, own.note <= own.end ? own.found : -1)
  if (step !== KEEP) return
  store<i32>(counts + place, own.found)
  if (known >= 0) store<i32>(noted + place, own.found)
}

/** Meets every stretch. `last`: 64 bytes. */
function scan(
  own: Shard,
  from: i32,
  to: i32,
  starts: usize,
  abstractStarts: usize,
  forms: usize,
  flags: usize,
  hashes: usize,
  last: usize,
): void {
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
      // The last eight words.
      const seat = last + ((<usize>(t & 7)) << 3)
      if (t - RUN >= first) {
        const gone = load<i64>(last + ((<usize>((t - RUN) & 7)) << 3))
        emptyOfRun -= (<i32>gone) & 1
        highOfRun -= HIGH_OF_RUN * <i32>gone
        lowOfRun -= LOW_OF_RUN * <i32>(gone >> 32)
      }
      store<i64>(seat, hash)
      if (next - RUN >= first && emptyOfRun >= LEAST_EMPTY) meet(own, highOfRun, lowOfRun, next - RUN, RUN, 0)
      const after = next === end ? AFTER_SENTENCE : <u32>load<u8>(flags + <usize>next)
      if ((after & (AFTER_SENTENCE | AFTER_COLON)) === 0) continue
      const words = next - sentence
      if ((after & AFTER_COLON) !== 0 && words <= LONGEST_HEAD) meetAll(own, sentence, words, OF_HEAD, forms, hashes)
      if (words >= SHORTEST_SENTENCE && words < RUN && emptyOfSentence > 0)
        meetAll(own, sentence, words, OF_SENTENCE, forms, hashes)
      sentence = next
      emptyOfSentence = 0
    }
  }
}

function meetAll(own: Shard, from: i32, words: i32, kind: u64, forms: usize, hashes: usize): void {
  const hash = hashOfAll(from, words, kind, forms, hashes)
  meet(own, <i32>hash, <i32>(hash >> 32), from, words, kind)
}

/** Both hashes of a stretch, the high one below. */
function hashOfAll(from: i32, words: i32, kind: u64, forms: usize, hashes: usize): i64 {
  let high: i32 = kind === 0 ? 0 : kind === OF_HEAD ? HEAD : SENTENCE
  let low: i32 = kind === 0 ? 0 : words
  for (let t = from; t < from + words; t++) {
    const word = load<i64>(hashes + ((<usize>at(forms, t)) << 3))
    high = high * HIGH + <i32>word
    low = low * LOW + <i32>(word >> 32)
  }
  return ((<i64>high) & 0xffffffff) | ((<i64>low) << 32)
}

function meet(own: Shard, high: i32, low: i32, from: i32, words: i32, kind: u64): void {
  const slot = (high ^ (<i32>((<u32>high) >> 15))) & own.mask
  const seat = own.table + ((<usize>slot) << 1)
  const count = <i32>load<u16>(seat)
  if (own.step === COUNT) {
    if (count < own.full) store<u16>(seat, <u16>(count + 1))
    const note = own.note
    if (note + 8 <= own.end)
      store<u64>(note, (<u64>from) | ((<u64>words) << TOKENS_AT) | (kind << KIND_AT) | ((<u64>slot) << SLOT_AT))
    own.note = note + 8
    own.found++
    return
  }
  if (count < own.full) return
  if (own.step === LIST) write(own, high, low, from, words)
  own.found++
}

function write(own: Shard, high: i32, low: i32, from: i32, words: i32): void {
  const place = own.out + ((<usize>own.found) << 2)
  const column = own.column
  store<i32>(place, high)
  store<i32>(place + column, low)
  store<i32>(place + 2 * column, from)
  store<i32>(place + 3 * column, words)
}

/** Moves the notes of full slots to the front. */
function keep(own: Shard, first: usize, known: i32): void {
  let kept = first
  for (let note = first; note < first + ((<usize>known) << 3); note += 8) {
    const value = load<u64>(note)
    const isFull = <i32>load<u16>(own.table + ((<usize>(value >> SLOT_AT)) << 1)) >= own.full
    store<u64>(kept, value)
    kept += (<usize>isFull) << 3
  }
  own.found = <i32>((kept - first) >> 3)
}

function list(own: Shard, first: usize, known: i32, forms: usize, hashes: usize): void {
  for (let note = first; note < first + ((<usize>known) << 3); note += 8) {
    const value = load<u64>(note)
    const from = <i32>(value & 0x7fffffff)
    const words = <i32>((value >> TOKENS_AT) & 7)
    const hash = hashOfAll(from, words, (value >> KIND_AT) & 3, forms, hashes)
    write(own, <i32>hash, <i32>(hash >> 32), from, words)
    own.found++
  }
}
