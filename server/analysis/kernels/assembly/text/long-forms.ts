import { at } from './places'

const AFTER_BREAK: u32 = 1
const AFTER_HYPHEN: u32 = 2
const AGAIN: u8 = 1
const OTHERWISE: u8 = 2
const GONE: u8 = 2

/** What is sought, and where: addresses, as a kernel is called with them. */
@unmanaged
class Known {
  forms: usize
  flags: usize
  /** Form → its stem and, in the two lowest bits, what may begin with it (`LongForms.begins`). */
  keys: usize
  mayBegin: usize
  firsts: usize
  starts: usize
  stems: usize
  marks: usize
}

/**
 * Finds long forms and acronyms in the papers from…to, as `text/find-long-forms.ts` does. `known`: eight addresses; `tokens`: all tokens. Theirs stand in `out` from the place of the shard's first token on, and their
 * number in `counts`.
 */
export function findLongForms(
  from: i32,
  to: i32,
  thread: i32,
  starts: usize,
  abstractStarts: usize,
  known: usize,
  tokens: i32,
  counts: usize,
  shard: i32,
  out: usize,
): void {
  const what = changetype<Known>(known)
  const first = out + ((<usize>at(starts, from)) << 2)
  const end = findPlaces(what, at(starts, from), at(starts, to), tokens, first)
  let next = first
  let place = first
  let free: i32 = 0
  for (let paper = from; paper < to; paper++) {
    const abstract = at(abstractStarts, paper)
    const last = at(starts, paper + 1)
    for (; next < end && load<i32>(next) < last; next += 4) {
      const t = load<i32>(next)
      if (t < free) continue
      const length = read(what, t, t < abstract ? abstract : last)
      if (length === 0) continue
      store<i32>(place, t)
      place += 4
      free = t + length
    }
  }
  store<i32>(counts + ((<usize>(from / shard)) << 2), <i32>((place - first) >> 2))
}

/**
 * Writes down the tokens from…to that are acronyms, or that one may go on from with the next one; returns where the list ends. Which ones cannot be foreseen, so that none is passed over: each is
 * written, and hardly any stays.
 */
function findPlaces(known: Known, from: i32, to: i32, tokens: i32, first: usize): usize {
  const forms = known.forms
  const keys = known.keys
  const mayBegin = known.mayBegin
  let place = first
  let key = from < to ? at(keys, at(forms, from)) : 0
  for (let t = from; t < to; t++) {
    const next = t + 1 < tokens ? at(keys, at(forms, t + 1)) : 0
    const goesOn = <i32>load<u8>(mayBegin + <usize>slotOf(key >> 2, next >> 2))
    store<i32>(place, t)
    place += (<usize>((key & 1) | ((key >> 1) & goesOn))) << 2
    key = next
  }
  return place
}

/** Words of what is found at token `t`, within a text that ends before `to`: a long form, an acronym (1), or nothing (0). */
function read(known: Known, t: i32, to: i32): i32 {
  const marks = known.marks
  const mark = load<u8>(marks + <usize>t)
  if (mark === AGAIN) {
    store<u8>(marks + <usize>t, GONE)
    const next = known.flags + <usize>t + 1
    if (t + 1 < to) store<u8>(next, <u8>((<u32>load<u8>(next)) | AFTER_BREAK))
    return 0
  }
  store<u8>(marks + <usize>t, 0)
  const length = lengthAt(known, t, to)
  if (length === 0) return (at(known.keys, at(known.forms, t)) & 1) !== 0 && mark !== OTHERWISE ? 1 : 0
  memory.fill(marks + <usize>t + 1, GONE, <usize>length - 1)
  store<u8>(marks + <usize>t + 1, <u8>(length + 1))
  return length
}

function lengthAt(known: Known, t: i32, to: i32): i32 {
  if (t + 1 >= to) return 0
  const flags = known.flags + <usize>t
  if (((<u32>load<u8>(flags)) & AFTER_HYPHEN) !== 0) return 0
  const forms = known.forms + ((<usize>t) << 2)
  const first = stemAt(known, forms)
  if (load<u8>(known.mayBegin + <usize>slotOf(first, stemAt(known, forms + 4))) === 0) return 0
  const end = at(known.firsts, first + 1)
  for (let unit = at(known.firsts, first); unit < end; unit++) {
    const start = at(known.starts, unit)
    const length = at(known.starts, unit + 1) - start
    if (t + length > to) continue
    const stems = known.stems + ((<usize>start) << 2)
    let j = 1
    while (
      j < length &&
      stemAt(known, forms + ((<usize>j) << 2)) === at(stems, j) &&
      ((<u32>load<u8>(flags + <usize>j)) & AFTER_BREAK) === 0
    )
      j++
    if (j === length) return length
  }
  return 0
}

function stemAt(known: Known, form: usize): i32 {
  return at(known.keys, load<i32>(form)) >> 2
}

/** As in `text/stem-slot.ts`. */
export function slotOf(first: i32, second: i32): u32 {
  return (<u32>((first * 0x9e3779b1) ^ (second * 0x85ebca6b))) >>> 16
}

/**
 * Numbers the words that stand at `count` places, as `numberWritings` does: one thread alone. `tokens`: all tokens; `slots`: zeros, a power of two and at least twice as many as places; `firsts`:
 * the first place of each number. How many numbers there are is written to `found`.
 */
export function numberWritings(
  from: i32,
  to: i32,
  thread: i32,
  forms: usize,
  flags: usize,
  marks: usize,
  tokens: i32,
  places: usize,
  count: i32,
  numbers: usize,
  firsts: usize,
  slots: usize,
  mask: i32,
  found: usize,
): void {
  let distinct: i32 = 0
  for (let i = 0; i < count; i++) {
    const t = at(places, i)
    const words = wordsAt(marks, t, tokens)
    let hash: u64 = <u64>words
    for (let j = 0; j < words; j++) hash = rotl(hash ^ (<u64>keyAt(forms, flags, t, j)), 29) * 0x9e3779b97f4a7c15
    let slot = (<i32>(hash >> 32)) & mask
    let number: i32 = -1
    while (true) {
      number = at(slots, slot) - 1
      if (number < 0 || isSame(forms, flags, marks, tokens, at(firsts, number), t, words)) break
      slot = (slot + 1) & mask
    }
    if (number < 0) {
      number = distinct++
      store<i32>(firsts + ((<usize>number) << 2), t)
      store<i32>(slots + ((<usize>slot) << 2), number + 1)
    }
    store<i32>(numbers + ((<usize>i) << 2), number)
  }
  store<i32>(found, distinct)
}

function isSame(forms: usize, flags: usize, marks: usize, tokens: i32, a: i32, b: i32, words: i32): bool {
  if (wordsAt(marks, a, tokens) !== words) return false
  for (let j = 0; j < words; j++) if (keyAt(forms, flags, a, j) !== keyAt(forms, flags, b, j)) return false
  return true
}

/** The word that is the j-th from token `t` on, and whether a hyphen joins it to the one before. */
function keyAt(forms: usize, flags: usize, t: i32, j: i32): u32 {
  const isJoined = j > 0 && ((<u32>load<u8>(flags + <usize>(t + j))) & AFTER_HYPHEN) !== 0
  return 2 * <u32>at(forms, t + j) + <u32>isJoined
}

function wordsAt(marks: usize, t: i32, tokens: i32): i32 {
  if (t + 1 >= tokens) return 1
  const mark = load<u8>(marks + <usize>t + 1)
  return mark > GONE ? <i32>mark - 1 : 1
}
