import { mix } from './gram-table'

/** What a token may do in a phrase: begin it, end it, go on with one that began before it; in the lower bits of what `readPaper` writes. */
export const BEGINS: i32 = 1
export const ENDS: i32 = 2
export const GOES_ON: i32 = 4
export const ROLE_BITS: i32 = 3

const AFTER_BREAK: i32 = 1
const AFTER_HYPHEN: i32 = 2
const TRAIT_BITS: i32 = 5
const STOP: i32 = 16

// `tokens` is a block of addresses and sizes: starts, abstractStarts, forms, flags, words, number of tokens, frequent words.
export function startOf(tokens: usize, paper: i32): i32 {
  return load<i32>(load<usize>(tokens) + ((<usize>paper) << 2))
}
export function abstractStartOf(tokens: usize, paper: i32): i32 {
  return load<i32>(load<usize>(tokens, 4) + ((<usize>paper) << 2))
}
export function formOf(tokens: usize, token: i32): i32 {
  return load<i32>(load<usize>(tokens, 8) + ((<usize>token) << 2))
}
function flagsOf(tokens: usize, token: i32): i32 {
  return load<u8>(load<usize>(tokens, 12) + <usize>token)
}
function wordOf(tokens: usize, token: i32): i32 {
  return load<i32>(load<usize>(tokens, 16) + ((<usize>formOf(tokens, token)) << 2))
}
export function tokenCount(tokens: usize): i32 {
  return load<i32>(tokens, 20)
}
export function frequentWords(tokens: usize): i32 {
  return load<i32>(tokens, 24)
}

/**
 * Writes the words of a paper and their roles (word << ROLE_BITS | role, Int32) to `out`, and a 0 behind them; returns how many. A word that is not frequent neither begins a phrase nor goes on with
 * one. No branches: none could be foreseen.
 */
export function readPaper(tokens: usize, paper: i32, out: usize): i32 {
  const from = startOf(tokens, paper)
  const to = startOf(tokens, paper + 1)
  if (from === to) return 0
  const last = tokenCount(tokens) - 1
  const frequent = frequentWords(tokens)
  const forms = load<usize>(tokens, 8)
  const flagsAt = load<usize>(tokens, 12)
  const words = load<usize>(tokens, 16)
  let before = from === 0 ? 0 : wordOf(tokens, from - 1)
  let own = wordOf(tokens, from)
  let flags = flagsOf(tokens, from)
  let at = out
  for (let t = from; t < to; t++) {
    // Behind the last of all tokens stands that once more, but joined to nothing.
    const behind = min(t + 1, last)
    const next = load<i32>(words + ((<usize>load<i32>(forms + ((<usize>behind) << 2))) << 2))
    const nextFlags = t < last ? <i32>load<u8>(flagsAt + <usize>behind) : 0
    const word = own >> TRAIT_BITS
    const isFrequent = (word - frequent) >>> 31
    const role = roleOf(before, own, flags, nextFlags) & (ENDS | (isFrequent * (BEGINS | GOES_ON)))
    store<i32>(at, (word << ROLE_BITS) | role)
    at += 4
    before = own
    own = next
    flags = nextFlags
  }
  store<i32>(at, 0)
  return to - from
}

/** What a token may do whose word and the one before have the traits in the lower bits of `own` and `before`: `flags` are its own, `nextFlags` those of the token behind it. */
export function roleOf(before: i32, own: i32, flags: i32, nextFlags: i32): i32 {
  const isBroken = flags & 1
  const hyphenBefore = (flags >> 1) & 1
  const hyphenBehind = (nextFlags >> 1) & 1
  const isEdge = own & 1
  const isInner = (own >> 1) & 1
  const isPart = ((own >> 2) | (before >> 3)) & 1
  return (
    (~hyphenBefore & (isEdge | hyphenBehind)) |
    ((~hyphenBehind & (isEdge | (hyphenBefore & isPart)) & 1) << 1) |
    ((~isBroken & (isInner | hyphenBefore) & 1) << 2)
  )
}

/**
 * Where, of the `length` words of a paper in `words` (as `readPaper` writes them), two begin a gram: place and hash, two Int32 each, to `out`; returns the end of what was written. Left out is what
 * has a hash whose bit is not set in `bits`, of which there are a power of two, `mask` + 1.
 */
export function likelyPairs(words: usize, length: i32, bits: usize, mask: i32, out: usize): usize {
  let x = load<i32>(words)
  for (let i = 0; i < length; i++) {
    const y = load<i32>(words + ((<usize>i) << 2), 4)
    const hash = mix(x >> ROLE_BITS, y >> ROLE_BITS)
    const place = hash & mask
    const bit = (<i32>load<u8>(bits + <usize>(place >> 3))) >> (place & 7)
    store<i32>(out, i)
    store<i32>(out, hash, 4)
    out += (<usize>(x & (y >> 2) & bit & 1)) << 3
    x = y
  }
  return out
}

/** Reads the slots that pairs (as `likelyPairs` writes them) will be looked for in, so that they are in the cache, all fetched at a time. */
export function touch(pairs: usize, end: usize, slots: usize, mask: i32, shift: i32): void {
  let sum = 0
  for (let pair = pairs; pair < end; pair += 8)
    sum += load<i32>(slots + ((<usize>(load<i32>(pair, 4) & mask)) << shift))
  // It must be of use to be done at all.
  store<i32>(end, sum)
}

/** Whether the bit of a hash is set. */
export function isLikely(hash: i32, bits: usize, mask: i32): bool {
  const place = hash & mask
  return (((<i32>load<u8>(bits + <usize>(place >> 3))) >> (place & 7)) & 1) !== 0
}

/** The word of a token as the neighbour of one from which the flags of token `border` part it; −1 for none. */
export function neighbourAt(tokens: usize, token: i32, border: i32): i32 {
  const flags = flagsOf(tokens, border)
  if ((flags & AFTER_BREAK) !== 0) return -1
  const word = wordOf(tokens, token)
  return (flags & AFTER_HYPHEN) !== 0 || (word & STOP) === 0 ? word >> TRAIT_BITS : -1
}
