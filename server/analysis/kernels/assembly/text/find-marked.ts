import { slotOf } from './long-forms'
import { at } from './places'

/**
 * Finds the keys from…to that are marked (1, else 0); keys take `width` bytes, 1 or 4. The places of those of a shard stand in `out` from the place of its first key on, and their number in
 * `counts`.
 */
export function findMarked(
  from: i32,
  to: i32,
  thread: i32,
  keys: usize,
  width: i32,
  marked: usize,
  counts: usize,
  shard: i32,
  out: usize,
): void {
  const first = out + ((<usize>from) << 2)
  let place = first
  for (let i = from; i < to; i++) {
    const key = width === 1 ? <i32>load<u8>(keys + <usize>i) : at(keys, i)
    store<i32>(place, i)
    place += (<usize>load<u8>(marked + <usize>key)) << 2
  }
  store<i32>(counts + ((<usize>(from / shard)) << 2), <i32>((place - first) >> 2))
}

/**
 * Finds the tokens from…to at which something begins, in the same way: of a form that has 1 in `begins`, or 2 and a next token with which it may go on: `mayBegin` has 1 for their
 * stems. `length`: all tokens.
 */
export function findBegins(
  from: i32,
  to: i32,
  thread: i32,
  forms: usize,
  length: i32,
  begins: usize,
  stemOfForm: usize,
  mayBegin: usize,
  counts: usize,
  shard: i32,
  out: usize,
): void {
  const first = out + ((<usize>from) << 2)
  let place = first
  for (let t = from; t < to; t++) {
    const form = at(forms, t)
    const kind = load<u8>(begins + <usize>form)
    if (kind === 0) continue
    if (kind === 2) {
      if (t + 1 === length) continue
      const slot = slotOf(at(stemOfForm, form), at(stemOfForm, at(forms, t + 1)))
      if (load<u8>(mayBegin + <usize>slot) === 0) continue
    }
    store<i32>(place, t)
    place += 4
  }
  store<i32>(counts + ((<usize>(from / shard)) << 2), <i32>((place - first) >> 2))
}
