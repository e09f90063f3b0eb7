import { at } from './places'

const AFTER_HYPHEN: u32 = 2
const AFTER_SENTENCE: u32 = 4
const AFTER_OPEN: u32 = 8
const AFTER_CLOSE: u32 = 16
const MOST_SKIPPED: i32 = 2

/** What is known of forms and acronyms: addresses, as a kernel is called with them (`text/match-definitions.ts`). */
@unmanaged
class Letters {
  forms: usize
  flags: usize
  starts: usize
  units: usize
  acronymOf: usize
  letterStarts: usize
  letters: usize
  most: usize
}

/** A definition: the paper (−1: none), the acronym, the first token of the long form and the one after its last. */
const DEFINITION: usize = 16

/**
 * Finds the definitions about the tokens `opened`[from…to], as `text/match-definitions.ts` does: one at `out` for each, of the paper −1 where there is none. `known`: eight addresses; `n`: papers.
 */
export function matchDefinitions(
  from: i32,
  to: i32,
  thread: i32,
  starts: usize,
  abstractStarts: usize,
  n: i32,
  known: usize,
  opened: usize,
  out: usize,
): void {
  const what = changetype<Letters>(known)
  let paper = paperOf(starts, n, at(opened, from))
  for (let i = from; i < to; i++) {
    const t = at(opened, i)
    while (at(starts, paper + 1) <= t) paper++
    const abstract = at(abstractStarts, paper)
    const first = t < abstract ? at(starts, paper) : abstract
    const end = t < abstract ? abstract : at(starts, paper + 1)
    const place = out + <usize>i * DEFINITION
    const isFound = before(what, t, first, end, place) || within(what, t, first, end, place)
    store<i32>(place, isFound ? paper : -1)
  }
}

/** The paper that holds a token: the first that ends behind it. */
function paperOf(starts: usize, n: i32, token: i32): i32 {
  let low: i32 = 0
  let high = n - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (at(starts, middle + 1) > token) high = middle
    else low = middle + 1
  }
  return low
}

function before(known: Letters, t: i32, first: i32, end: i32, place: usize): bool {
  const acronym = acronymAt(known, t)
  if (acronym < 0) return false
  const flags = known.flags
  if (t + 1 < end && (flagAt(flags, t + 1) & AFTER_HYPHEN) !== 0) return false
  const most = at(known.most, acronym)
  let from = t
  while (from > first && t - from < most) {
    from--
    if ((flagAt(flags, from) & (AFTER_SENTENCE | AFTER_OPEN | AFTER_CLOSE)) !== 0) break
  }
  return matched(known, acronym, t, from, t, place)
}

function within(known: Letters, t: i32, first: i32, end: i32, place: usize): bool {
  const short = t - 1
  if (short < first) return false
  const acronym = acronymAt(known, short)
  const flags = known.flags
  if (acronym < 0 || (flagAt(flags, short) & AFTER_HYPHEN) !== 0) return false
  const most = at(known.most, acronym)
  let to = t + 1
  while (to < end && to - t < most && (flagAt(flags, to) & (AFTER_CLOSE | AFTER_SENTENCE)) === 0) to++
  return matched(known, acronym, short, t, to, place) && load<i32>(place, 8) === t
}

/** Whether the tokens from…to hold a long form of the acronym, which is then written to `place`. */
function matched(known: Letters, acronym: i32, short: i32, from: i32, to: i32, place: usize): bool {
  if (to - from < 2) return false
  const letters = known.letters + ((<usize>at(known.letterStarts, acronym)) << 1)
  const count = at(known.letterStarts, acronym + 1) - at(known.letterStarts, acronym)
  if (!byInitials(known, letters, count, from, to, place) && !byLetters(known, letters, count, from, to, place))
    return false
  if (load<i32>(place, 12) - load<i32>(place, 8) < 2) return false
  for (let t = from; t < to; t++) if (isAcronymItself(known, letters, count, t)) return false
  store<i32>(place, short, 4)
  return true
}

function byInitials(known: Letters, letters: usize, count: i32, from: i32, to: i32, place: usize): bool {
  let end: i32 = 0
  let token = to - 1
  for (let i = count - 1; i >= 0; i--, token--) {
    const letter = load<u16>(letters + ((<usize>i) << 1))
    let skipped: i32 = 0
    while (token >= from && load<u16>(unitsAt(known, token)) !== letter) {
      token--
      if (++skipped > MOST_SKIPPED) return false
    }
    if (token < from) return false
    if (end === 0) end = token + 1
  }
  store<i32>(place, token + 1, 8)
  store<i32>(place, end, 12)
  return true
}

function byLetters(known: Letters, letters: usize, count: i32, from: i32, to: i32, place: usize): bool {
  let wanted = count - 1
  for (let token = to - 1; token >= from; token--) {
    const start = unitsAt(known, token)
    for (let unit = start + ((<usize>lengthAt(known, token)) << 1) - 2; unit >= start; unit -= 2) {
      if (load<u16>(unit) !== load<u16>(letters + ((<usize>wanted) << 1)) || (wanted === 0 && unit > start)) continue
      if (wanted === 0) {
        store<i32>(place, token, 8)
        store<i32>(place, to, 12)
        return true
      }
      wanted--
    }
  }
  return false
}

function isAcronymItself(known: Letters, letters: usize, count: i32, token: i32): bool {
  return lengthAt(known, token) === count && memory.compare(unitsAt(known, token), letters, (<usize>count) << 1) === 0
}

function acronymAt(known: Letters, token: i32): i32 {
  return at(known.acronymOf, at(known.forms, token)) - 1
}

function unitsAt(known: Letters, token: i32): usize {
  return known.units + ((<usize>at(known.starts, at(known.forms, token))) << 1)
}

function lengthAt(known: Letters, token: i32): i32 {
  const form = at(known.forms, token)
  return at(known.starts, form + 1) - at(known.starts, form)
}

function flagAt(flags: usize, token: i32): u32 {
  return <u32>load<u8>(flags + <usize>token)
}
