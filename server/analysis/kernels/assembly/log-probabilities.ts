import { log } from './elementary'

/**
 * Rows from…to (terms) of ln((sum + prior) ÷ total of the topic). `sums`, `out`: terms × width, Float32, of which the first k columns
 * count; `logTotals`: k, Float64.
 */
export function logProbabilities(
  from: i32,
  to: i32,
  thread: i32,
  sums: usize,
  width: i32,
  k: i32,
  prior: f64,
  logTotals: usize,
  out: usize,
): void {
  const logPrior = log(prior)
  for (let term = from; term < to; term++) {
    const row = (<usize>(term * width)) << 2
    for (let c: usize = 0; c < <usize>k; c++) {
      const sum = <f64>load<f32>(sums + row + (c << 2))
      // Most terms are in few topics.
      const high = sum === 0 ? logPrior : log(sum + prior)
      store<f32>(out + row + (c << 2), <f32>(high - load<f64>(logTotals + (c << 3))))
    }
  }
}
