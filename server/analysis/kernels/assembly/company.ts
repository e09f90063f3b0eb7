import { log } from './elementary'

/**
 * Positive pointwise mutual information of the terms from…to (counted from `firstTerm`) with the first `contexts` terms, in order of column.
 * `termStarts`, `termPapers`, `termValues`: terms × papers; `paperStarts`, `paperTerms`, `paperValues`: papers × terms, columns ascending;
 * `logTotals` (terms), `powers` (contexts at least): Float64. A term's row is written to its place in `columns` (Int32) and `information` (Float32), `contexts`
 * places a term; `counts` (Int32) gets its length. `scratch`: `contexts` Float64 zeros for each thread, zeros again afterwards.
 */
export function company(
  from: i32,
  to: i32,
  thread: i32,
  termStarts: usize,
  termPapers: usize,
  termValues: usize,
  paperStarts: usize,
  paperTerms: usize,
  paperValues: usize,
  contexts: i32,
  logTotals: usize,
  powers: usize,
  logAll: f64,
  firstTerm: i32,
  columns: usize,
  information: usize,
  counts: usize,
  scratch: usize,
): void {
  const shared = scratch + ((<usize>(thread * contexts)) << 3)
  for (let i = from; i < to; i++) {
    const term = firstTerm + i
    const end = load<i32>(termStarts + ((<usize>term) << 2), 4)
    for (let e = load<i32>(termStarts + ((<usize>term) << 2)); e < end; e++) {
      const paper = load<i32>(termPapers + ((<usize>e) << 2))
      const weight = <f64>load<f32>(termValues + ((<usize>e) << 2))
      const last = load<i32>(paperStarts + ((<usize>paper) << 2), 4)
      for (let f = load<i32>(paperStarts + ((<usize>paper) << 2)); f < last; f++) {
        const other = load<i32>(paperTerms + ((<usize>f) << 2))
        // The columns of a paper ascend: the contexts come first.
        if (other >= contexts) break
        const at = shared + ((<usize>other) << 3)
        store<f64>(at, load<f64>(at) + weight * <f64>load<f32>(paperValues + ((<usize>f) << 2)))
      }
    }
    const own = load<f64>(logTotals + ((<usize>term) << 3))
    const row = (<usize>(i * contexts)) << 2
    let kept: usize = 0
    for (let other = 0; other < contexts; other++) {
      const at = shared + ((<usize>other) << 3)
      const sum = load<f64>(at)
      if (sum === 0) continue
      store<f64>(at, 0)
      const bits = log(sum) + logAll - own - load<f64>(powers + ((<usize>other) << 3))
      if (bits <= 0 || other === term) continue
      store<i32>(columns + row + (kept << 2), other)
      store<f32>(information + row + (kept << 2), <f32>bits)
      kept++
    }
    store<i32>(counts + ((<usize>i) << 2), <i32>kept)
  }
}
