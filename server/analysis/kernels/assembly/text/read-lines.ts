import { cleanUnits, signsOf } from './clean-text'
import { NOT_KNOWN, straighten } from './decode-text'
import { ABSTRACT, DATE, ID, readFields, SOURCE, TITLE, VENUE } from './paper-line'
import { DONE, FULL, ODD_LINE, ODD_TEXT, PAPER_NUMBERS, ReaderState, UNKNOWN_UNIT } from './reader-state'
import { scanTokens } from './scan-tokens'
import { takeText } from './text-edit'

const QUOTE: u32 = 0x22

/** Places of the values of a line. */
const fields = memory.data(17 * 8)

/** Reads lines from `at` on, until all are read or something is met that is for TypeScript to do; goes on from there when it is called again. Returns what it is: DONE, FULL, … */
export function readLines(place: usize): i32 {
  const state = changetype<ReaderState>(place)
  const end = state.bytes + <usize>state.end
  while (state.at < state.end) {
    const start = state.bytes + <usize>state.at
    if (state.phase === 0) {
      const close = readFields(state, start, end, fields)
      if (close === 0 || !isUsual(state)) return ODD_LINE
      // A line of n bytes has at most n units of words.
      if (!hasRoom(state, <u32>(close - start))) return FULL
      note(state, <u32>(close - state.bytes) + 1)
      state.phase = 1
    }
    const isTitle = state.phase === 1
    const tokens = state.tokens
    if (isTitle || state.abstractLength > 0) {
      const units = isTitle ? state.titleUnits : state.abstractUnits
      const length = isTitle ? state.titleLength : state.abstractLength
      const isCurly = (isTitle ? state.titleCurly : state.abstractCurly) !== 0
      const found = readText(state, units, length, isCurly)
      if (found === NOT_KNOWN) return UNKNOWN_UNIT
      if (found < 0) return ODD_TEXT
    }
    endText(place, tokens)
  }
  return DONE
}

/** Reads a text, which is cleaned first where that may change it. Returns what `scanTokens` does, or what else there is to be done. */
function readText(state: ReaderState, units: usize, length: i32, isCurly: bool): i32 {
  takeText(units, length)
  const signs = signsOf(units, length)
  if (signs === 0) {
    const met = isCurly ? straighten(state.kinds, units, length) : 0
    return met === 0 ? scanTokens(state, units, length) : met
  }
  const left = cleanUnits(state, units, length, isCurly, signs)
  return left < 0 ? left : scanTokens(state, state.cleanUnits, left)
}

/** Notes where a paper stands; no text of its is read. */
function note(state: ReaderState, lineEnd: u32): void {
  const paper = state.papers + <usize>(state.paperCount * PAPER_NUMBERS * 4)
  store<u32>(paper, state.at)
  store<u32>(paper, lineEnd, 4)
  copyPlaces(ID, paper + 16)
  copyPlaces(TITLE, paper + 24)
  copyPlaces(ABSTRACT, paper + 32)
  copyPlaces(DATE, paper + 40)
  copyPlaces(VENUE, paper + 48)
  copyPlaces(SOURCE, paper + 56)
  if (firstOf(state, ABSTRACT) !== QUOTE) state.abstractLength = 0
}

/** Whether a paper has an id, and nothing but texts and null where an analysis keeps them; what has not is for others to judge. */
function isUsual(state: ReaderState): bool {
  const id = fields + ((<usize>ID) << 3)
  return (
    firstOf(state, ID) === QUOTE &&
    load<u32>(id, 4) - load<u32>(id) > 2 &&
    isTextOrNull(state, DATE) &&
    isTextOrNull(state, VENUE) &&
    isTextOrNull(state, SOURCE)
  )
}

function isTextOrNull(state: ReaderState, field: i32): bool {
  const first = firstOf(state, field)
  return first === QUOTE || first === 0x6e
}

function firstOf(state: ReaderState, field: i32): u32 {
  return <u32>load<u8>(state.bytes + <usize>load<u32>(fields + ((<usize>field) << 3)))
}

function copyPlaces(field: i32, to: usize): void {
  store<u64>(to, load<u64>(fields + ((<usize>field) << 3)))
}

/** What comes after a text whose tokens begin at `first`: the abstract, or the next paper. */
export function endText(place: usize, first: u32): void {
  const state = changetype<ReaderState>(place)
  const paper = state.papers + <usize>(state.paperCount * PAPER_NUMBERS * 4)
  if (state.phase === 1) {
    store<u32>(paper, state.tokens - first, 8)
    store<u32>(paper, state.tokens - first, 12)
    state.phase = 2
    return
  }
  store<u32>(paper, load<u32>(paper, 8) + state.tokens - first, 12)
  state.paperCount++
  state.at = load<u32>(paper, 4)
  state.phase = 0
}

/** Reads a text that was cleaned, as units in the place of the title or the abstract. Returns how many tokens it has; UNKNOWN_UNIT or ODD_TEXT with a minus where it was not read. */
export function readUnits(place: usize, units: usize, length: i32): i32 {
  const found = scanTokens(changetype<ReaderState>(place), units, length)
  return found === NOT_KNOWN ? -UNKNOWN_UNIT : found < 0 ? -ODD_TEXT : found
}

/** Whether so many units more have room in the table of words. */
function hasRoom(state: ReaderState, units: u32): bool {
  const used = load<u32>(state.wordStarts + ((<usize>state.words) << 2))
  return used + units <= state.mostUnits && state.words + (units >> 1) + 1 <= state.mostWords
}
