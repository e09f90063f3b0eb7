import { cutAddresses } from './clean-addresses'
import { cutCommands, cutMath, isPlainMath } from './clean-math'
import { areNeighboursKnown, cutScripts, joinHyphens } from './clean-scripts'
import { BY_HAND, straighten } from './decode-text'
import { ReaderState } from './reader-state'
import { isAsciiLetter, takeText, textLength, unit } from './text-edit'

/** What a text holds of the signs that `cleanText` looks for. */
const ADDRESS: u32 = 1
const ENTITY: u32 = 2
const COMMAND: u32 = 4
const FORMULA: u32 = 8
const SCRIPT: u32 = 16
const HYPHENS: u32 = 32
const DEBRIS: u32 = 64

/** What is looked at for signs: these are told from others by both halves of their bytes. */
const lowHalves = memory.data<u8>([2, 0, 0, 0, 1, 0, 1, 0, 0, 0, 4, 0, 8, 1, 9, 9])
const highHalves = memory.data<u8>([0, 0, 1, 4, 2, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])

/** Looks through a text; 0 where `cleanText` would change nothing. Rather once too often. Sixteen units behind the end may be read. */
export function signsOf(units: usize, n: i32): u32 {
  const low = v128.load(lowHalves)
  const high = v128.load(highHalves)
  const four = i8x16.splat(15)
  let signs: u32 = 0
  for (let i = 0; i < n; i += 16) {
    const at = units + ((<usize>i) << 1)
    const sixteen = i8x16.narrow_i16x8_u(v128.load(at), v128.load(at, 16))
    const told = v128.and(i8x16.swizzle(low, v128.and(sixteen, four)), i8x16.swizzle(high, i8x16.shr_u(sixteen, 4)))
    let mask = <u32>i8x16.bitmask(i8x16.ne(told, i8x16.splat(0)))
    if (mask === 0) continue
    if (i + 16 > n) mask &= ((<u32>1) << (n - i)) - 1
    for (; mask !== 0; mask &= mask - 1) signs |= signAt(i + <i32>ctz(mask))
  }
  return signs
}

/** What the sign at i of the text is, which may be none. */
function signAt(i: i32): u32 {
  const sign = unit(i)
  const next = unit(i + 1)
  switch (sign) {
    case 0x40:
      return ADDRESS
    case 0x2f:
      return next === sign ? ADDRESS : 0
    case 0x2e:
      return isAddressDot(i) ? ADDRESS : 0
    case 0x26:
      return isEntity(i) ? ENTITY : 0
    case 0x5c:
      return COMMAND
    case 0x24:
      return FORMULA
    case 0x5e:
    case 0x5f:
      return SCRIPT
    case 0x2d:
      return next === sign ? HYPHENS : 0
    case 0x3a:
      return unit(i - 1) === 0x64 && unit(i - 2) === 0x69 && unit(i - 3) === 0x63 ? DEBRIS : 0
    default:
      return 0
  }
}

/**
 * Does to a text what `cleanText` (`text/clean.ts`) does, step by step, in the room for texts that were cleaned. `found`: its signs. Returns how many units are left there; BY_HAND where
 * something is to be done that is rare, NOT_KNOWN where a unit has no kind yet.
 */
export function cleanUnits(state: ReaderState, units: usize, length: i32, isCurly: bool, found: u32): i32 {
  let signs = found
  if ((signs & (ENTITY | DEBRIS)) !== 0) return BY_HAND
  const clean = state.cleanUnits
  memory.copy(clean, units, (<usize>length) << 1)
  takeText(clean, length)
  if ((signs & ADDRESS) !== 0) {
    cutAddresses()
    signs = signsOf(clean, textLength())
  }
  if ((signs & (COMMAND | FORMULA)) !== 0) {
    if (!isPlainMath()) return BY_HAND
    cutMath()
    cutCommands()
    signs = signsOf(clean, textLength())
  }
  if ((signs & (SCRIPT | HYPHENS)) !== 0) {
    const met = areNeighboursKnown(state.kinds)
    if (met < 0) return met
    if ((signs & SCRIPT) !== 0) cutScripts(state.kinds)
    joinHyphens(state.kinds)
  }
  const left = textLength()
  const met = isCurly ? straighten(state.kinds, clean, left) : 0
  return met < 0 ? met : left
}

/** `w.`, `10.`, `.com`, `.org` */
function isAddressDot(i: i32): bool {
  const before = unit(i - 1)
  if (before === 0x77 || (before === 0x30 && unit(i - 2) === 0x31)) return true
  const next = unit(i + 1)
  if (next === 0x63) return unit(i + 2) === 0x6f && unit(i + 3) === 0x6d
  return next === 0x6f && unit(i + 2) === 0x72 && unit(i + 3) === 0x67
}

/** Whether an entity may begin there: `&#…`, or letters and a semicolon. */
function isEntity(i: i32): bool {
  if (unit(i + 1) === 0x23) return true
  let end = i + 1
  while (end - i < 10 && isAsciiLetter(unit(end))) end++
  return end > i + 2 && unit(end) === 0x3b
}
