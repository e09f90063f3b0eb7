import { deltaOf, HIT_BITS, TITLE, WHOLE } from './phrase-hits'
import { startOf } from './phrase-tokens'

const ENTRY_BITS: i32 = 4
const IN_TITLE: i32 = 8
const MOST_MENTIONS: i32 = 7

/**
 * The phrases of the papers from…to, which are shard `from / shard` of `hits` (`phraseHits`; `hitStarts`, `hitEnds`, `bitsOfPhrase`), in the place of its hits: no row is longer than what it is made
 * of. Where the rows of the papers start and end goes to `starts` and `ends`. `marks` and `titles`: an Int32 a phrase for each thread, zeros; to `titles` papers with the phrase in their title are added.
 * `met`: of each thread, `room` bytes apart, the entries that it wrote so far, 0 at first.
 */
export function phraseRows(
  from: i32,
  to: i32,
  thread: i32,
  tokens: usize,
  hitStarts: usize,
  hitEnds: usize,
  hits: usize,
  bitsOfPhrase: i32,
  shard: i32,
  phrases: i32,
  starts: usize,
  ends: usize,
  marks: usize,
  titles: usize,
  met: usize,
  room: i32,
): void {
  const mark = marks + ((<usize>(thread * phrases)) << 2)
  const title = titles + ((<usize>(thread * phrases)) << 2)
  const own = met + <usize>thread * <usize>room
  const base = load<i32>(own)
  const none = (1 << bitsOfPhrase) - 1
  const at = (<usize>(from / shard)) << 2
  const place = load<i32>(hitStarts + at)
  let hit = hits + ((<usize>place) << 2)
  const last = hits + ((<usize>load<i32>(hitEnds + at)) << 2)
  // Entry e of all that the thread writes is at `rows` + 4e: marks of earlier shards are lower than any of this one.
  const rows = hit - ((<usize>base) << 2)
  let token = startOf(tokens, from)
  let end = base
  for (let paper = from; paper < to; paper++) {
    const begin = end
    store<i32>(starts + ((<usize>paper) << 2), place + begin - base)
    for (const behind = startOf(tokens, paper + 1); hit < last; hit += 4) {
      const value = load<i32>(hit)
      const here = token + deltaOf(value, bitsOfPhrase)
      if (here >= behind) break
      token = here
      const phrase = (value >> HIT_BITS) & none
      if (phrase !== none && (value & WHOLE) !== 0)
        end = meet(phrase, (value & TITLE) !== 0, mark, title, rows, begin, end)
    }
    store<i32>(ends + ((<usize>paper) << 2), place + end - base)
  }
  store<i32>(own, end)
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

/**
 * The same with columns that are others for each `perTable` groups: `numberOf`: phrase → number, −1 for none; `columnOf`: number → column, −1 for none, `numbers` for each of those.
 */
export function countWithin(
  from: i32,
  to: i32,
  thread: i32,
  starts: usize,
  ends: usize,
  entries: usize,
  groupStarts: usize,
  papers: usize,
  numberOf: usize,
  columnOf: usize,
  numbers: i32,
  columns: i32,
  perTable: i32,
  mask: i32,
  out: usize,
): void {
  for (let group = from; group < to; group++) {
    const row = out + ((<usize>group * <usize>columns) << 2)
    const table = columnOf + ((<usize>(group / perTable) * <usize>numbers) << 2)
    const last = load<i32>(groupStarts + ((<usize>group) << 2), 4)
    for (let p = load<i32>(groupStarts + ((<usize>group) << 2)); p < last; p++) {
      const paper = (<usize>load<i32>(papers + ((<usize>p) << 2))) << 2
      const end = entries + ((<usize>load<i32>(ends + paper)) << 2)
      for (let e = entries + ((<usize>load<i32>(starts + paper)) << 2); e < end; e += 4) {
        const entry = load<i32>(e)
        if ((entry & mask) === 0) continue
        const number = load<i32>(numberOf + ((<usize>(entry >> ENTRY_BITS)) << 2))
        if (number < 0) continue
        const column = load<i32>(table + ((<usize>number) << 2))
        if (column < 0) continue
        const at = row + ((<usize>column) << 2)
        store<i32>(at, load<i32>(at) + 1)
      }
    }
  }
}
