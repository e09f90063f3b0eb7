const AFTER_HYPHEN: i32 = 2
/** Bytes of a place, and of a way. */
const PLACE: usize = 12
/** Numbers of a look. */
const LOOK: usize = 20

/**
 * What holds of the places of phrases from…to. `lengths`: their words; `starts` (one more than phrases), `places`: as `phrasePlaces` writes them; the first places of a phrase become the ways in
 * which it is written, three Int32 each: a token where it stands so, and how often it does in abstracts and in titles. `looks`: five Int32 a phrase, in how many places there is a word before it, how
 * often the commonest one if that is more than half of them, the same behind it, and the ways.
 */
export function describePlaces(
  from: i32,
  to: i32,
  thread: i32,
  forms: usize,
  flags: usize,
  lengths: usize,
  starts: usize,
  places: usize,
  looks: usize,
): void {
  for (let phrase = from; phrase < to; phrase++) {
    const at = (<usize>phrase) << 2
    const first = places + <usize>load<i32>(starts + at) * PLACE
    const end = places + <usize>load<i32>(starts + at, 4) * PLACE
    const look = looks + <usize>phrase * LOOK
    majority(first + 4, end, look)
    majority(first + 8, end, look + 8)
    const length = load<i32>(lengths + at)
    let last = first
    for (let place = first; place < end; place += PLACE) {
      const met = load<i32>(place)
      const token = met & i32.MAX_VALUE
      let way = first
      while (way < last && !isSame(forms, flags, load<i32>(way), token, length)) way += PLACE
      if (way === last) {
        store<i32>(way, token)
        store<i64>(way, 0, 4)
        last += PLACE
      }
      const count = way + (met < 0 ? 8 : 4)
      store<i32>(count, load<i32>(count) + 1)
    }
    store<i32>(look, <i32>((last - first) / PLACE), 16)
  }
}

/** Boyer and Moore's majority vote over every third number from `first` to `end`: how many are not −1, and how often the one is there that is more than half of those. */
function majority(first: usize, end: usize, out: usize): void {
  let candidate = -1
  let lead = 0
  let words = 0
  for (let at = first; at < end; at += PLACE) {
    const word = load<i32>(at)
    if (word < 0) continue
    words++
    if (lead === 0) candidate = word
    lead += word === candidate ? 1 : -1
  }
  let times = 0
  if (candidate >= 0) for (let at = first; at < end; at += PLACE) times += i32(load<i32>(at) === candidate)
  store<i32>(out, words)
  store<i32>(out, times, 4)
}

/** Whether the same forms, joined in the same way, stand at two tokens. */
function isSame(forms: usize, flags: usize, one: i32, other: i32, length: i32): bool {
  const a = forms + ((<usize>one) << 2)
  const b = forms + ((<usize>other) << 2)
  if (load<i32>(a) !== load<i32>(b)) return false
  for (let i: usize = 1; i < <usize>length; i++) {
    if (load<i32>(a + (i << 2)) !== load<i32>(b + (i << 2))) return false
    const joined = (<i32>load<u8>(flags + <usize>one + i)) ^ (<i32>load<u8>(flags + <usize>other + i))
    if ((joined & AFTER_HYPHEN) !== 0) return false
  }
  return true
}
