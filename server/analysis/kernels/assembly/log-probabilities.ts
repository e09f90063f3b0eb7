import { log } from './elementary'

/**
 * Rows from…to (terms) of ln((count + prior) ÷ total of the topic). `counts`, `out`: terms × width, Float32, of which the first k columns
 * count; `logTotals`: k, Float64.
 */
export function logProbabilities(
  from: i32,
  to: i32,
  thread: i32,
  counts: usize,
  width: i32,
  k: i32,
  prior: f64,
  logTotals: usize,
  out: usize,
): void {
  for (let term = from; term < to; term++) {
    const row = (<usize>(term * width)) << 2
    for (let c: usize = 0; c < <usize>k; c++) {
      const count = <f64>load<f32>(counts + row + (c << 2))
      store<f32>(out + row + (c << 2), <f32>(log(count + prior) - load<f64>(logTotals + (c << 3))))
    }
  }
}
