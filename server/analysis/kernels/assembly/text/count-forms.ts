import { at } from './places'

/** Adds the tokens from…to to the counts of their forms: `formCount` numbers for each thread at `counts`. */
export function countForms(from: i32, to: i32, thread: i32, forms: usize, counts: usize, formCount: i32): void {
  const own = counts + ((<usize>thread * <usize>formCount) << 2)
  for (let t = from; t < to; t++) {
    const place = own + ((<usize>at(forms, t)) << 2)
    store<i32>(place, load<i32>(place) + 1)
  }
}

/** How many tokens of the papers from…to have a form that is marked. */
export function countMarked(
  from: i32,
  to: i32,
  thread: i32,
  starts: usize,
  forms: usize,
  marked: usize,
  counts: usize,
): void {
  for (let paper = from; paper < to; paper++) {
    let count: i32 = 0
    const end = at(starts, paper + 1)
    for (let t = at(starts, paper); t < end; t++) count += <i32>load<u8>(marked + <usize>at(forms, t))
    store<i32>(counts + ((<usize>paper) << 2), count)
  }
}

/**
 * Puts other numbers in the place of the forms of tokens from…to, of which each shard has its own: shard → where its tokens end (`ends`), and where the numbers of its forms begin in `numbers` (`firsts`).
 */
export function renumber(
  from: i32,
  to: i32,
  thread: i32,
  forms: usize,
  ends: usize,
  firsts: usize,
  numbers: usize,
): void {
  let shard: i32 = 0
  let t = from
  while (t < to) {
    while (at(ends, shard) <= t) shard++
    const own = numbers + ((<usize>at(firsts, shard)) << 2)
    const end = min(to, at(ends, shard))
    for (; t < end; t++) {
      const place = forms + ((<usize>t) << 2)
      store<i32>(place, at(own, load<i32>(place)))
    }
  }
}
