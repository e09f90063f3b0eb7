import { hasSeveral, MEMBERSHIP_BYTES, topicOf, unitsOf, WHOLE } from './memberships'

/**
 * Rows from…to (terms) of what the papers of each topic hold of the term. `starts`, `entries` (Int32): terms × papers, a paper in the lower 24 bits of an entry and its
 * count in the upper 8; `weights` (256) says what a count is worth, `factors` (terms) what a term is, Float64; `heads`, `members`: the topics of the papers; `out`: terms × width,
 * Float32, of which the first k columns count. `base`: what is added to, likewise, or 0. `scratch`: 2 × k
 * Float64 for each thread, of which every second entry is summed up in the latter, so that none waits for the one before.
 */
export function topicSums(
  from: i32,
  to: i32,
  thread: i32,
  starts: usize,
  entries: usize,
  weights: usize,
  factors: usize,
  heads: usize,
  members: usize,
  width: i32,
  k: i32,
  out: usize,
  base: usize,
  scratch: usize,
): void {
  const size = (<usize>k) << 3
  const sums = scratch + <usize>thread * 2 * size
  for (let term = from; term < to; term++) {
    memory.fill(sums, 0, 2 * size)
    const end = (<usize>load<i32>(starts + ((<usize>term) << 2), 4)) << 2
    for (let e = (<usize>load<i32>(starts + ((<usize>term) << 2))) << 2; e < end; e += 4) {
      const entry = load<u32>(entries + e)
      const paper = <usize>(entry & 0xffffff)
      const head = load<u32>(heads + (paper << 2))
      if (head === 0) continue
      const value = load<f64>(weights + ((<usize>(entry >> 24)) << 3))
      const own = sums + (e & 4 ? size : 0)
      if (!hasSeveral(head)) {
        const sum = own + (topicOf(head) << 3)
        store<f64>(sum, load<f64>(sum) + value * <f64>unitsOf(head))
        continue
      }
      const first = members + paper * MEMBERSHIP_BYTES
      for (let at = first; at < first + MEMBERSHIP_BYTES; at += 4) {
        const number = load<u32>(at)
        if (number === 0) break
        const sum = own + (topicOf(number) << 3)
        store<f64>(sum, load<f64>(sum) + value * <f64>unitsOf(number))
      }
    }
    const factor = load<f64>(factors + ((<usize>term) << 3)) * (1 / <f64>WHOLE)
    const row = (<usize>(term * width)) << 2
    for (let c: usize = 0; c < <usize>k; c++) {
      const rest: f64 = base === 0 ? 0 : <f64>load<f32>(base + row + (c << 2))
      store<f32>(
        out + row + (c << 2),
        <f32>((load<f64>(sums + (c << 3)) + load<f64>(sums + size + (c << 3))) * factor + rest),
      )
    }
  }
}
