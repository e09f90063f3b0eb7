import { MEMBERSHIP_BYTES } from './memberships'

/**
 * Rows from…to (terms) of what the papers of each topic hold of the term, and what `base` says of other papers. `starts`, `papers`, `values`: terms × papers;
 * `members`: the topics of the papers; `base`, `out`: terms × width, Float32, of which the first k columns count. `scratch`: k Float64 for each thread.
 */
export function topicSums(
  from: i32,
  to: i32,
  thread: i32,
  starts: usize,
  papers: usize,
  values: usize,
  members: usize,
  width: i32,
  k: i32,
  base: usize,
  out: usize,
  scratch: usize,
): void {
  const sums = scratch + ((<usize>(thread * k)) << 3)
  for (let term = from; term < to; term++) {
    const row = (<usize>(term * width)) << 2
    for (let c: usize = 0; c < <usize>k; c++) store<f64>(sums + (c << 3), <f64>load<f32>(base + row + (c << 2)))
    const end = (<usize>load<i32>(starts + ((<usize>term) << 2), 4)) << 2
    for (let e = (<usize>load<i32>(starts + ((<usize>term) << 2))) << 2; e < end; e += 4) {
      const value = <f64>load<f32>(values + e)
      const first = members + <usize>load<i32>(papers + e) * MEMBERSHIP_BYTES
      for (let at = first; at < first + MEMBERSHIP_BYTES; at += 8) {
        const part = load<f32>(at, 4)
        if (part === 0) break
        const sum = sums + ((<usize>load<f32>(at)) << 3)
        store<f64>(sum, load<f64>(sum) + value * <f64>part)
      }
    }
    for (let c: usize = 0; c < <usize>k; c++) store<f32>(out + row + (c << 2), <f32>load<f64>(sums + (c << 3)))
  }
}
