import { log } from './elementary'
import { MEMBERSHIP_BYTES } from './memberships'

/**
 * Rows from…to (terms) of ln((what the papers of a topic hold of the term + prior) ÷ total of the topic). `starts`, `papers`, `values`: terms × papers;
 * `members`: the topics of the papers; `logTotals`: k, Float64; `out`: terms × width, Float32, of which the first k columns count. `scratch`: k Float64 zeros
 * for each thread, zeros again afterwards.
 */
export function logProbabilities(
  from: i32,
  to: i32,
  thread: i32,
  starts: usize,
  papers: usize,
  values: usize,
  members: usize,
  width: i32,
  k: i32,
  prior: f64,
  logTotals: usize,
  out: usize,
  scratch: usize,
): void {
  const sums = scratch + ((<usize>(thread * k)) << 3)
  const logPrior = log(prior)
  for (let term = from; term < to; term++) {
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
    const row = out + ((<usize>(term * width)) << 2)
    for (let c: usize = 0; c < <usize>k; c++) {
      const sum = load<f64>(sums + (c << 3))
      // Most terms are in few topics.
      const high = sum === 0 ? logPrior : log(sum + prior)
      store<f32>(row + (c << 2), <f32>(high - load<f64>(logTotals + (c << 3))))
    }
    memory.fill(sums, 0, (<usize>k) << 3)
  }
}
