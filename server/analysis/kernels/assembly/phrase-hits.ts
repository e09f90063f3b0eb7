import { findSlot, gramAt, mix, SLOT_SHIFT, valueAt } from './gram-table'
import { abstractStartOf, frequentWords, isLikely, roleOf, startOf, tokenCount, touch } from './phrase-tokens'

const MOST_WORDS: i32 = 4
const LEADS_ON: i32 = 1
const IS_INNER: i32 = 2
const WANTED: i32 = 4
const WANTED_SHIFT: i32 = 2
const KIND_BITS: i32 = 3
const TRAIT_BITS: i32 = 5
const TRAITS: i32 = (1 << TRAIT_BITS) - 1
/** Bits of a word in the buffer that are not its number: its kind, then its role. */
const OWN_BITS: i32 = 6
const BEGINS: i32 = 1 << KIND_BITS
const ENDS: i32 = 2 << KIND_BITS
const GOES_ON: i32 = 4 << KIND_BITS

export const WHOLE: i32 = 1
export const TITLE: i32 = 2
export const HIT_BITS: i32 = 2

/** Form → the number of its word, what is sought of that (LEADS_ON, IS_INNER, WANTED) and its traits, for forms from…to: of a word that is not frequent nothing is. */
export function kindsOfForms(
  from: i32,
  to: i32,
  thread: i32,
  words: usize,
  frequent: i32,
  uses: usize,
  out: usize,
): void {
  for (let at = (<usize>from) << 2; at < (<usize>to) << 2; at += 4) {
    const own = load<i32>(words + at)
    const word = own >> TRAIT_BITS
    let kind = 0
    if (word < frequent) {
      const use = load<i32>(uses + ((<usize>word) << 2))
      kind = (use & (LEADS_ON | IS_INNER)) | (use < WANTED ? 0 : WANTED)
    }
    store<i32>(out + at, (((min(word, frequent) << KIND_BITS) | kind) << TRAIT_BITS) | (own & TRAITS))
  }
}

// Where the next hit goes, and the token of the last: of the thread that runs this, as every instance of the module has its own.
let out: usize = 0
let lastToken: i32 = 0
let phraseBits: i32 = 0

/**
 * Finds all phrases in the papers from…to, which are shard `from / shard`, and writes its hits to `hits`, from place `starts[shard]` to `ends[shard]`: one shard behind the other as they get done,
 * `free` has the first place that is free, also where `room` places are too few for all. A hit is an Int32: tokens since the one before (or the first of the shard) << bitsOfPhrase + 2, phrase << 2, TITLE
 * where it begins in a title, WHOLE where it cuts through no hyphened word and has edges that a phrase may have; a phrase of ones is none. `kinds`: as `kindsOfForms` writes them; `uses`: word →
 * what is sought of it; `slots`, `mask`: the grams of several words of which anything is, the value what, and `bits` (`bitMask` + 1), which tells them from most others. `scratch`: `own` bytes for each
 * thread, of which three times `longest` Int32 are for words and pairs of a paper, the rest for the hits of a shard.
 */
export function phraseHits(
  from: i32,
  to: i32,
  thread: i32,
  tokens: usize,
  slots: usize,
  mask: i32,
  bits: usize,
  bitMask: i32,
  kinds: usize,
  uses: usize,
  bitsOfPhrase: i32,
  shard: i32,
  starts: usize,
  ends: usize,
  hits: usize,
  room: i32,
  free: usize,
  longest: i32,
  scratch: usize,
  own: i32,
): void {
  const words = scratch + <usize>thread * <usize>own
  const pairs = words + ((<usize>longest) << 2)
  const first = pairs + ((<usize>longest) << 3)
  out = first
  lastToken = startOf(tokens, from)
  phraseBits = bitsOfPhrase
  for (let paper = from; paper < to; paper++) {
    const begin = startOf(tokens, paper)
    const length = startOf(tokens, paper + 1) - begin
    if (length === 0) continue
    const titled = abstractStartOf(tokens, paper)
    const last = candidates(tokens, begin, length, kinds, bits, bitMask, words, pairs)
    touch(pairs, last, slots, mask, SLOT_SHIFT)
    for (let p = pairs; p < last; p += 8) {
      const i = load<i32>(p) >> 1
      let hash = load<i32>(p, 4)
      const x = load<i32>(words + ((<usize>i) << 2))
      const token = begin + i
      const title = token < titled ? TITLE : 0
      let gram = x >> OWN_BITS
      if ((x & WANTED) !== 0)
        meet((load<i32>(uses + ((<usize>gram) << 2)) >> WANTED_SHIFT) - 1, token, title, x & BEGINS, x)
      if ((load<i32>(p) & 1) === 0) continue
      let y = load<i32>(words + ((<usize>i) << 2), 4)
      let whole = x & BEGINS
      const end = min(length, i + MOST_WORDS)
      for (let j = i + 1; ;) {
        const slot = findSlot(slots, mask, hash, gram, y >> OWN_BITS)
        if (slot === 0) break
        if ((y & GOES_ON) === 0) whole = 0
        const use = valueAt(slot)
        if (use >= WANTED) meet((use >> WANTED_SHIFT) - 1, token, title, whole, y)
        if ((use & LEADS_ON) === 0 || ++j >= end) break
        gram = gramAt(slot)
        y = load<i32>(words + ((<usize>j) << 2))
        if ((y & IS_INNER) === 0) break
        hash = mix(hash, y >> OWN_BITS)
        if (!isLikely(hash, bits, bitMask)) break
      }
    }
  }
  const count = <i32>((out - first) >> 2)
  const place = atomic.add<i32>(free, count)
  const at = (<usize>(from / shard)) << 2
  store<i32>(starts + at, place)
  store<i32>(ends + at, place + count)
  if (place + count <= room) memory.copy(hits + ((<usize>place) << 2), first, (<usize>count) << 2)
}

/**
 * Writes the words of a paper with their roles and kinds to `words`, and to `pairs` (place << 1 and hash of it and the next word, two Int32 each) those that are phrases by themselves or, 1 added to
 * the place, likely begin a longer one. Returns the end of those. No branches: none could be foreseen.
 */
function candidates(
  tokens: usize,
  begin: i32,
  length: i32,
  kinds: usize,
  bits: usize,
  bitMask: i32,
  words: usize,
  pairs: usize,
): usize {
  const forms = load<usize>(tokens, 8)
  const flagsAt = load<usize>(tokens, 12)
  const end = tokenCount(tokens)
  let before = begin === 0 ? 0 : load<i32>(kinds + ((<usize>load<i32>(forms + ((<usize>(begin - 1)) << 2))) << 2))
  let flags = <i32>load<u8>(flagsAt + <usize>begin)
  let last = pairs
  let x = 0
  for (let i: usize = 0; i < <usize>length; i++) {
    const t = <usize>begin + i
    const own = load<i32>(kinds + ((<usize>load<i32>(forms + (t << 2))) << 2))
    const nextFlags = <i32>t + 1 < end ? <i32>load<u8>(flagsAt + t + 1) : 0
    // Behind a break none is inner.
    const kind = (own >> TRAIT_BITS) & (LEADS_ON | IS_INNER | WANTED) & ~((flags & 1) << 1)
    const word = own >> (TRAIT_BITS + KIND_BITS)
    const y = (word << OWN_BITS) | (roleOf(before, own, flags, nextFlags) << KIND_BITS) | kind
    store<i32>(words + (i << 2), y)
    const hash = mix(x >> OWN_BITS, word)
    const place = hash & bitMask
    const bit = (<i32>load<u8>(bits + <usize>(place >> 3))) >> (place & 7)
    const leads = x & (kind >> 1) & bit & 1
    store<i32>(last, ((<i32>i - 1) << 1) | leads)
    store<i32>(last, hash & -leads, 4)
    last += (<usize>(leads | ((x >> 2) & 1))) << 3
    x = y
    before = own
    flags = nextFlags
  }
  store<i32>(last, (length - 1) << 1)
  store<i32>(last, 0, 4)
  return last + ((<usize>((x >> 2) & 1)) << 3)
}

/** Writes a hit: of words of which the first begins a phrase and none but the first may not go on with it (`whole`), if `end` ends one. */
function meet(phrase: i32, token: i32, title: i32, whole: i32, end: i32): void {
  const shift = phraseBits + HIT_BITS
  const most = <i32>((<u32>0xffffffff) >> shift)
  let delta = token - lastToken
  lastToken = token
  while (delta > most) {
    store<i32>(out, -1 & ~((1 << HIT_BITS) - 1))
    out += 4
    delta -= most
  }
  store<i32>(out, (delta << shift) | (phrase << HIT_BITS) | title | i32(whole !== 0 && (end & ENDS) !== 0))
  out += 4
}

// How a hit is read.
export function deltaOf(hit: i32, bitsOfPhrase: i32): i32 {
  return <i32>((<u32>hit) >> (bitsOfPhrase + HIT_BITS))
}
