import { MEMBERSHIP_BYTES } from './memberships'

/**
 * Rows from…to (terms) of what the papers of each topic hold of the term. `starts`, `entries` (Int32): terms × papers, a paper in the lower 24 bits of an entry and its
 * count in the upper 8; `weights` (256) says what a count is worth, `factors` (terms) what a term is, Float64; `members`: the topics of the papers; `out`: terms × width,
 * Float32, of which the first k columns count. `groups` (Int16; 0: of no account): the papers whose number there is `group` alone are added to `base` (terms × width; 0:
 * zeros). `scratch`: k Float64 for each thread.
 */
export function topicSums(
  from: i32,
  to: i32,
  thread: i32,
  starts: usize,
  entries: usize,
  weights: usize,
  factors: usize,
  members: usize,
  width: i32,
  k: i32,
  out: usize,
  groups: usize,
  group: i32,
  base: usize,
  scratch: usize,
): void {
  const sums = scratch + ((<usize>(thread * k)) << 3)
  for (let term = from; term < to; term++) {
    memory.fill(sums, 0, (<usize>k) << 3)
    const end = (<usize>load<i32>(starts + ((<usize>term) << 2), 4)) << 2
    for (let e = (<usize>load<i32>(starts + ((<usize>term) << 2))) << 2; e < end; e += 4) {
      const entry = load<u32>(entries + e)
      const paper = <usize>(entry & 0xffffff)
      if (groups !== 0 && load<i16>(groups + (paper << 1)) !== group) continue
      const value = load<f64>(weights + ((<usize>(entry >> 24)) << 3))
      const first = members + paper * MEMBERSHIP_BYTES
      for (let at = first; at < first + MEMBERSHIP_BYTES; at += 8) {
        const part = load<f32>(at, 4)
        if (part === 0) break
        const sum = sums + ((<usize>load<f32>(at)) << 3)
        store<f64>(sum, load<f64>(sum) + value * <f64>part)
      }
    }
    const factor = load<f64>(factors + ((<usize>term) << 3))
    const row = (<usize>(term * width)) << 2
    for (let c: usize = 0; c < <usize>k; c++) {
      const rest: f64 = base === 0 ? 0 : <f64>load<f32>(base + row + (c << 2))
      store<f32>(out + row + (c << 2), <f32>(load<f64>(sums + (c << 3)) * factor + rest))
    }
  }
}
