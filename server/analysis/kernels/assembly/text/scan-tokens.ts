import { BY_HAND, NOT_KNOWN } from './decode-text'
import { ReaderState } from './reader-state'
import { APOSTROPHE, FULL_STOP, HYPHEN, isLetter, kindOf, LETTER, SPACE, UNKNOWN, UNSPACED } from './unit-kinds'
import { beginWords, endWords, longWord, queueWord, SHORT, shortWord } from './word-table'

/** As in `text/token-flags.ts`. */
const AFTER_BREAK: u32 = 1
const AFTER_HYPHEN: u32 = 2

/** Longest token in units. */
const MOST_UNITS: i32 = 64

/**
 * Finds the tokens of a text that is clean (`text/token-scanner.ts`, step by step) and adds them behind those of the state. Returns how many they are, or, having added none: BY_HAND for what is
 * left to the scanner in TypeScript (scripts without spaces, rare apostrophes), NOT_KNOWN for a unit without a kind.
 */
export function scanTokens(state: ReaderState, units: usize, n: i32): i32 {
  const kinds = state.kinds
  const forms = state.forms + ((<usize>state.tokens) << 2)
  const flags = state.flags + <usize>state.tokens
  let count: i32 = 0
  let before = AFTER_BREAK
  let i: i32 = 0
  beginWords()
  while (i < n) {
    const first = <u32>load<u16>(units + ((<usize>i) << 1))
    const kind = kindOf(kinds, first)
    if (kind === LETTER) {
      const head = headOf(units + ((<usize>i) << 1))
      const run = min(asciiLetters(head), n - i)
      const start = i
      i += run
      const next = i < n ? kindOf(kinds, <u32>load<u16>(units + ((<usize>i) << 1))) : SPACE
      const form = forms + ((<usize>count) << 2)
      if (run > 0 && run < SHORT && next !== LETTER && next !== APOSTROPHE) {
        queueWord(state, units + ((<usize>start) << 1), run, head, form)
      } else {
        i = tokenEnd(kinds, units, i, n)
        if (apostrophe < 0) store<u32>(form, wordOf(state, units, start, min(i, start + MOST_UNITS)))
        else {
          if (!withoutApostrophe(kinds, units, start, i)) return BY_HAND
          store<u32>(form, wordOf(state, units, from, to))
        }
      }
      store<u8>(flags + <usize>count, <u8>before)
      count++
      before = 0
      // A space, nearly always; a hyphen right between two tokens joins them.
      if (i + 1 < n && kindOf(kinds, <u32>load<u16>(units + ((<usize>i) << 1))) === HYPHEN) {
        if (kindOf(kinds, <u32>load<u16>(units + ((<usize>i) << 1), 2)) === LETTER) {
          before = AFTER_HYPHEN
          i++
        }
      }
    } else if (kind === SPACE) i++
    else if (kind === UNSPACED) return BY_HAND
    else if (kind === UNKNOWN) return NOT_KNOWN
    else {
      // The point of a number or an abbreviation (`3.5`, `e.g.`) ends no sentence.
      const isEnd =
        kind !== FULL_STOP || i + 1 === n || kindOf(kinds, <u32>load<u16>(units + ((<usize>i) << 1), 2)) !== LETTER
      before |= AFTER_BREAK | (isEnd ? <u32>load<u8>(state.signs + <usize>first) : 0)
      i++
    }
  }
  endWords(state)
  state.tokens += <u32>count
  return count
}

/** Sixteen units as bytes; those beyond 255 as some that are no letters. */
function headOf(at: usize): v128 {
  return i8x16.narrow_i16x8_u(v128.load(at), v128.load(at, 16))
}

/** How many of sixteen bytes are letters or digits of ASCII, up to the first that is none. */
function asciiLetters(head: v128): i32 {
  const small = v128.or(head, i8x16.splat(0x20))
  const letters = i8x16.le_u(i8x16.sub(small, i8x16.splat(0x61)), i8x16.splat(25))
  const digits = i8x16.le_u(i8x16.sub(head, i8x16.splat(0x30)), i8x16.splat(9))
  return <i32>ctz(~i8x16.bitmask(v128.or(letters, digits)))
}

/** The first apostrophe of the token whose end was sought last; −1 for none. */
let apostrophe: i32 = -1

/** Where the token ends of which unit i is one. */
function tokenEnd(kinds: usize, units: usize, first: i32, n: i32): i32 {
  apostrophe = -1
  let i = first
  for (; i < n; i++) {
    const at = units + ((<usize>i) << 1)
    const kind = kindOf(kinds, <u32>load<u16>(at))
    if (kind === LETTER) continue
    if (kind !== APOSTROPHE || i + 1 >= n || kindOf(kinds, <u32>load<u16>(at, 2)) !== LETTER) break
    if (apostrophe < 0) apostrophe = i
  }
  return i
}

/** What is left of the token that was looked at last: from … to. */
let from: i32 = 0
let to: i32 = 0

/** Leaves a possessive or an elided article out (`text/possessive.ts`). Whether that took no more than a look at letters of 16 bits. */
function withoutApostrophe(kinds: usize, units: usize, start: i32, end: i32): bool {
  if (end - start > MOST_UNITS) return false
  from = start
  to = end
  // `model's`: nearly all that have one.
  if (apostrophe === end - 2 && (unitAt(units, end - 1) | 32) === 0x73) to = apostrophe
  else {
    from = withoutArticle(kinds, units, start, apostrophe, end)
    if (from === start && isPossessive(units, end)) to = end - 2
  }
  return from >= 0
}

/** The number of the word that units from … to are, whatever they are. */
export function wordOf(state: ReaderState, units: usize, from: i32, to: i32): u32 {
  const at = units + ((<usize>from) << 1)
  const length = to - from
  if (length > SHORT) return longWord(state, at, length)
  let wide: u32 = 0
  for (let i = from; i < to; i++) wide |= unitAt(units, i)
  return wide < 128 ? shortWord(state, at, length, headOf(at)) : longWord(state, at, length)
}

/** Whether a token ends in `'s`. */
function isPossessive(units: usize, end: i32): bool {
  const last = units + ((<usize>end) << 1)
  return load<u16>(last - 4) === 0x27 && ((<u32>load<u16>(last - 2)) | 32) === 0x73
}

/**
 * Where a token begins without an elided article (`text/possessive.ts`), of which `apostrophe` is the first one; −1 where that takes more than a look at letters
 * of 16 bits.
 */
function withoutArticle(kinds: usize, units: usize, start: i32, apostrophe: i32, end: i32): i32 {
  let article: u64 = 0
  if (apostrophe - start > 4) return start
  for (let i = start; i < apostrophe; i++) {
    const unit = <u32>load<u16>(units + ((<usize>i) << 1))
    if (unit >= 128) return -1
    article = (article << 8) | (<u64>(unit | 32))
  }
  if (!isArticle(article) || end - apostrophe < 3) return start
  const at = units + ((<usize>apostrophe) << 1)
  const second = <u32>load<u16>(at, 2)
  const third = <u32>load<u16>(at, 4)
  if ((second & 0xf800) === 0xd800 || (third & 0xf800) === 0xd800) return -1
  return isLetter(kinds, second) && isLetter(kinds, third) ? apostrophe + 1 : start
}

/** c, d, j, l, m, n, s, t; qu, un; all; dall, dell, nell, sull. */
function isArticle(letters: u64): bool {
  switch (<u32>letters) {
    case 0x63:
    case 0x64:
    case 0x6a:
    case 0x6c:
    case 0x6d:
    case 0x6e:
    case 0x73:
    case 0x74:
    case 0x7175:
    case 0x756e:
    case 0x616c6c:
    case 0x64616c6c:
    case 0x64656c6c:
    case 0x6e656c6c:
    case 0x73756c6c:
      return true
    default:
      return false
  }
}

function unitAt(units: usize, i: i32): u32 {
  return <u32>load<u16>(units + ((<usize>i) << 1))
}
