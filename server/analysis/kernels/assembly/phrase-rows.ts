import { findSlot, gramAt, mix, SLOT_SHIFT, valueAt } from './gram-table'
import {
  abstractStartOf,
  BEGINS,
  ENDS,
  touch,
  GOES_ON,
  isLikely,
  likelyPairs,
  readPaper,
  ROLE_BITS,
  startOf,
} from './phrase-tokens'

const MOST_WORDS: i32 = 4
const ENTRY_BITS: i32 = 4
const IN_TITLE: i32 = 8
const MOST_MENTIONS: i32 = 7

/**
 * The phrases of the papers from…to: where the rows of the papers start and end in `entries` goes to `starts` and `ends`. Papers that are done at a time lie side by side, one shard behind the other
 * as they get done: `free` has the first place that is. `phraseOf`: word → phrase, −1 for none; `slots`, `mask`: the other grams, the value the phrase, and `bits` (`bitMask` + 1), which tells them
 * from most others; `marks` and `titles`: an Int32 a phrase for each thread, zeros; to `titles` papers with the phrase in their title are added. `scratch`: `room` bytes for each thread: the entries
 * that it wrote so far (0 at first), three Int32 for each token of the longest paper, and what the rows of a shard take at most.
 */
export function phraseRows(
  from: i32,
  to: i32,
  thread: i32,
  tokens: usize,
  slots: usize,
  mask: i32,
  bits: usize,
  bitMask: i32,
  phraseOf: usize,
  phrases: i32,
  starts: usize,
  ends: usize,
  entries: usize,
  free: usize,
  marks: usize,
  titles: usize,
  longest: i32,
  scratch: usize,
  room: i32,
): void {
  const mark = marks + ((<usize>(thread * phrases)) << 2)
  const title = titles + ((<usize>(thread * phrases)) << 2)
  const own = scratch + <usize>thread * <usize>room
  const buffer = own + 64
  const pairs = buffer + ((<usize>longest) << 2)
  const base = load<i32>(own)
  // Entry e of all that the thread writes is at `rows` + 4e: marks of earlier shards are lower than any of this one.
  const rows = pairs + ((<usize>longest) << 3) - ((<usize>base) << 2)
  let end = base
  for (let paper = from; paper < to; paper++) {
    const length = readPaper(tokens, paper, buffer)
    const titled = abstractStartOf(tokens, paper) - startOf(tokens, paper)
    const begin = end
    store<i32>(starts + ((<usize>paper) << 2), begin - base)
    for (let i = 0; i < length; i++) {
      const x = load<i32>(buffer + ((<usize>i) << 2))
      if ((x & (BEGINS | ENDS)) !== (BEGINS | ENDS)) continue
      const phrase = load<i32>(phraseOf + ((<usize>(x >> ROLE_BITS)) << 2))
      if (phrase >= 0) end = meet(phrase, i < titled, mark, title, rows, begin, end)
    }
    const last = likelyPairs(buffer, length, bits, bitMask, pairs)
    touch(pairs, last, slots, mask, SLOT_SHIFT)
    for (let pair = pairs; pair < last; pair += 8) {
      const i = load<i32>(pair)
      let hash = load<i32>(pair, 4)
      let gram = load<i32>(buffer + ((<usize>i) << 2)) >> ROLE_BITS
      const most = min(length, i + MOST_WORDS)
      let y = load<i32>(buffer + ((<usize>i) << 2), 4)
      for (let j = i + 1; ;) {
        const slot = findSlot(slots, mask, hash, gram, y >> ROLE_BITS)
        if (slot === 0) break
        const phrase = valueAt(slot)
        if (phrase >= 0 && (y & ENDS) !== 0) end = meet(phrase, i < titled, mark, title, rows, begin, end)
        if (++j >= most) break
        gram = gramAt(slot)
        y = load<i32>(buffer + ((<usize>j) << 2))
        if ((y & GOES_ON) === 0) break
        hash = mix(hash, y >> ROLE_BITS)
        if (!isLikely(hash, bits, bitMask)) break
      }
    }
    store<i32>(ends + ((<usize>paper) << 2), end - base)
  }
  store<i32>(own, end)
  const place = atomic.add<i32>(free, end - base)
  memory.copy(entries + ((<usize>place) << 2), rows + ((<usize>base) << 2), (<usize>(end - base)) << 2)
  for (let paper = (<usize>from) << 2; paper < (<usize>to) << 2; paper += 4) {
    store<i32>(starts + paper, load<i32>(starts + paper) + place)
    store<i32>(ends + paper, load<i32>(ends + paper) + place)
  }
}

/**
 * Counts a mention of a phrase in the row from entry `begin` to `end`; returns the end of the row. A phrase is marked with its last entry + 1. Without branches: whether a paper has a phrase already
 * cannot be foreseen.
 */
function meet(phrase: i32, isTitle: bool, marks: usize, titles: usize, rows: usize, begin: i32, end: i32): i32 {
  const mark = marks + ((<usize>phrase) << 2)
  const marked = load<i32>(mark)
  const isNew = marked <= begin
  const entry = isNew ? end : marked - 1
  const at = rows + ((<usize>entry) << 2)
  const old = load<i32>(at)
  let value = isNew ? phrase << ENTRY_BITS : old
  value += i32((value & MOST_MENTIONS) < MOST_MENTIONS)
  if (isTitle && (value & IN_TITLE) === 0) {
    value |= IN_TITLE
    const title = titles + ((<usize>phrase) << 2)
    store<i32>(title, load<i32>(title) + 1)
  }
  store<i32>(mark, entry + 1)
  store<i32>(at, value)
  return end + i32(isNew)
}

/**
 * Counts, for the groups from…to, papers whose row has a phrase of each column: `out` is groups × columns, Int32. `groupStarts`, `papers`: the papers of the groups;
 * `columnOf`: phrase → column, −1 for none; of an entry one of the bits `mask` must be set.
 */
export function countRows(
  from: i32,
  to: i32,
  thread: i32,
  starts: usize,
  ends: usize,
  entries: usize,
  groupStarts: usize,
  papers: usize,
  columnOf: usize,
  columns: i32,
  mask: i32,
  out: usize,
): void {
  for (let group = from; group < to; group++) {
    const row = out + ((<usize>group * <usize>columns) << 2)
    const last = load<i32>(groupStarts + ((<usize>group) << 2), 4)
    for (let p = load<i32>(groupStarts + ((<usize>group) << 2)); p < last; p++) {
      const paper = (<usize>load<i32>(papers + ((<usize>p) << 2))) << 2
      const end = entries + ((<usize>load<i32>(ends + paper)) << 2)
      for (let e = entries + ((<usize>load<i32>(starts + paper)) << 2); e < end; e += 4) {
        const entry = load<i32>(e)
        if ((entry & mask) === 0) continue
        const column = load<i32>(columnOf + ((<usize>(entry >> ENTRY_BITS)) << 2))
        if (column < 0) continue
        const at = row + ((<usize>column) << 2)
        store<i32>(at, load<i32>(at) + 1)
      }
    }
  }
}
