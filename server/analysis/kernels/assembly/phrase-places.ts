import { findSlot, gramAt, mix, SLOT_SHIFT, valueAt } from './gram-table'
import { abstractStartOf, touch, isLikely, neighbourAt, startOf, tokenCount } from './phrase-tokens'

const MOST_WORDS: i32 = 4
const LEADS_ON: i32 = 1
const IS_INNER: i32 = 2
const KIND_BITS: i32 = 3
const WANTED_SHIFT: i32 = 2
const AT_TITLE: i32 = 1 << 31

/**
 * Finds the places of wanted phrases in the papers from…to, which are shard `from / shard`. `kinds`: form → its word << KIND_BITS and what is wanted of that (lower bits of `uses`), Int32; `uses`: word → what of it is wanted;
 * `slots`, `mask`: the grams of several words of which anything is, the value what, and `bits` (`bitMask` + 1), which tells them from most others. Without `places` (0) they are counted: `counts` is shards × wanted, Int32. With it, an Int32 triple for each
 * that is kept is written: its first token (AT_TITLE added), the words before and behind it; `counts` then has the number to pass over until the next that is kept, `next` (shards × wanted) where that
 * is written, `steps` (wanted) how many there are for one that is kept. `scratch`: four times `longest` Int32 for each thread.
 */
export function phrasePlaces(
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
  wanted: i32,
  shard: i32,
  counts: usize,
  next: usize,
  steps: usize,
  places: usize,
  longest: i32,
  scratch: usize,
): void {
  const own = (<usize>(from / shard) * <usize>wanted) << 2
  const counted = counts + own
  const nexts = next + own
  const words = scratch + ((<usize>(thread * longest)) << 4)
  const found = words + ((<usize>longest) << 2)
  const pairs = found + ((<usize>longest) << 2)
  const forms = load<usize>(tokens, 8)
  const flags = load<usize>(tokens, 12)
  for (let paper = from; paper < to; paper++) {
    const first = startOf(tokens, paper)
    const length = startOf(tokens, paper + 1) - first
    const titled = abstractStartOf(tokens, paper) - first
    // Words and pairs of words that may be wanted are listed without branches: none could be foreseen.
    let foundCount: usize = 0
    let last = pairs
    let x = 0
    for (let i: usize = 0; i < <usize>length; i++) {
      const form = load<i32>(forms + ((<usize>first + i) << 2))
      // Behind a break none is inner.
      const broken = ((<i32>load<u8>(flags + <usize>first + i)) & 1) << 1
      const y = load<i32>(kinds + ((<usize>form) << 2)) & ~broken
      store<i32>(words + (i << 2), y)
      const hash = mix(x >> KIND_BITS, y >> KIND_BITS)
      const place = hash & bitMask
      const bit = (<i32>load<u8>(bits + <usize>(place >> 3))) >> (place & 7)
      store<i32>(found + (foundCount << 2), <i32>i)
      store<i32>(last, <i32>i - 1)
      store<i32>(last, hash, 4)
      foundCount += <usize>((y >> 2) & 1)
      last += (<usize>(x & (y >> 1) & bit & 1)) << 3
      x = y
    }
    for (let f = found; f < found + (foundCount << 2); f += 4) {
      const i = load<i32>(f)
      const word = load<i32>(words + ((<usize>i) << 2)) >> KIND_BITS
      const phrase = (load<i32>(uses + ((<usize>word) << 2)) >> WANTED_SHIFT) - 1
      meet(tokens, counted, nexts, steps, places, phrase, first + i, first + i + 1, i < titled)
    }
    touch(pairs, last, slots, mask, SLOT_SHIFT)
    for (let p = pairs; p < last; p += 8) {
      const i = load<i32>(p)
      let hash = load<i32>(p, 4)
      let gram = load<i32>(words + ((<usize>i) << 2)) >> KIND_BITS
      let word = load<i32>(words + ((<usize>i) << 2), 4) >> KIND_BITS
      const end = min(length, i + MOST_WORDS)
      for (let j = i + 1; ;) {
        const slot = findSlot(slots, mask, hash, gram, word)
        if (slot === 0) break
        const use = valueAt(slot)
        if (use >= 1 << WANTED_SHIFT) {
          const phrase = (use >> WANTED_SHIFT) - 1
          meet(tokens, counted, nexts, steps, places, phrase, first + i, first + j + 1, i < titled)
        }
        if ((use & LEADS_ON) === 0 || ++j >= end) break
        gram = gramAt(slot)
        const y = load<i32>(words + ((<usize>j) << 2))
        if ((y & IS_INNER) === 0) break
        word = y >> KIND_BITS
        hash = mix(hash, word)
        if (!isLikely(hash, bits, bitMask)) break
      }
    }
  }
}

/** Counts a place of a phrase, or keeps it, or passes over it. */
function meet(
  tokens: usize,
  counted: usize,
  nexts: usize,
  steps: usize,
  places: usize,
  phrase: i32,
  token: i32,
  behind: i32,
  isTitle: bool,
): void {
  const at = counted + ((<usize>phrase) << 2)
  const count = load<i32>(at)
  if (places === 0) store<i32>(at, count + 1)
  else if (count > 0) store<i32>(at, count - 1)
  else {
    store<i32>(at, load<i32>(steps + ((<usize>phrase) << 2)) - 1)
    const to = nexts + ((<usize>phrase) << 2)
    const place = load<i32>(to)
    store<i32>(to, place + 1)
    keep(tokens, places + <usize>place * 12, token, behind, isTitle)
  }
}

function keep(tokens: usize, at: usize, token: i32, behind: i32, isTitle: bool): void {
  store<i32>(at, isTitle ? token | AT_TITLE : token)
  store<i32>(at, token > 0 ? neighbourAt(tokens, token - 1, token) : -1, 4)
  store<i32>(at, behind < tokenCount(tokens) ? neighbourAt(tokens, behind, behind) : -1, 8)
}
