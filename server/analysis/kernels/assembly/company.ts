import { exp, log } from './elementary'
import { multiply } from './multiply'

/** As in `company-kernels.ts`. */
const SURELY_LESS: f64 = 1 - 1e-6

/**
 * Positive pointwise mutual information of a term with the first `contexts` terms, in order of column: writes `columns` (Int32) and `information` (Float32) and returns
 * how many there are. `termStarts`, `termPapers`, `termValues`: terms × papers; `paperStarts`, `paperTerms`, `paperValues`: papers × terms, columns ascending; `logTotals`
 * (terms), `powers` (contexts at least), `weights` (zeros from `contexts` up to a multiple of 64): Float64. `shared`: as many Float64 zeros as `weights` are, zeros again afterwards.
 */
function companyOf(
  term: i32,
  termStarts: usize,
  termPapers: usize,
  termValues: usize,
  paperStarts: usize,
  paperTerms: usize,
  paperValues: usize,
  contexts: i32,
  logTotals: usize,
  powers: usize,
  weights: usize,
  logAll: f64,
  shared: usize,
  columns: usize,
  information: usize,
): i32 {
  const first = load<i32>(termStarts + ((<usize>term) << 2))
  const end = load<i32>(termStarts + ((<usize>term) << 2), 4)
  if (first === end) return 0
  for (let e = first; e < end; e++) {
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
  const least = f64x2.splat(exp(own - logAll) * SURELY_LESS)
  let kept: usize = 0
  // Nobody can foresee which are above: a bit for each, and then from bit to bit.
  for (let from = 0; from < contexts; from += 64) {
    const at = shared + ((<usize>from) << 3)
    let bits: u64 = 0
    for (let i: usize = 0; i < 64; i += 8) {
      bits |= (<u64>eightAbove(at + (i << 3), weights + ((<usize>from) << 3) + (i << 3), least)) << i
    }
    for (; bits !== 0; bits &= bits - 1) {
      const other = from + <i32>ctz<u64>(bits)
      const place = (<usize>other) << 3
      const found = log(load<f64>(shared + place)) + logAll - own - load<f64>(powers + place)
      store<i32>(columns + (kept << 2), other)
      store<f32>(information + (kept << 2), <f32>found)
      kept += (<usize>i32(found > 0)) & (<usize>i32(other !== term))
    }
  }
  memory.fill(shared, 0, (<usize>contexts) << 3)
  return <i32>kept
}

/** Which of eight numbers are above the least that counts of them: a bit for each. */
function eightAbove(shared: usize, weights: usize, least: v128): i32 {
  return (
    i64x2.bitmask(f64x2.gt(v128.load(shared), f64x2.mul(least, v128.load(weights)))) |
    (i64x2.bitmask(f64x2.gt(v128.load(shared, 16), f64x2.mul(least, v128.load(weights, 16)))) << 2) |
    (i64x2.bitmask(f64x2.gt(v128.load(shared, 32), f64x2.mul(least, v128.load(weights, 32)))) << 4) |
    (i64x2.bitmask(f64x2.gt(v128.load(shared, 48), f64x2.mul(least, v128.load(weights, 48)))) << 6)
  )
}

/**
 * Company of the terms from…to (counted from `firstTerm`): each row is written to its place in `columns` and `information`, `contexts` places a term; `counts` (Int32) gets
 * its length. `scratch`: `room` bytes of zeros for each thread, zeros again afterwards. The other arguments are as above.
 */
export function companyRows(
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
  weights: usize,
  logAll: f64,
  firstTerm: i32,
  scratch: usize,
  room: i32,
  columns: usize,
  information: usize,
  counts: usize,
): void {
  const shared = scratch + <usize>thread * <usize>room
  for (let i = from; i < to; i++) {
    const row = (<usize>(i * contexts)) << 2
    const kept = companyOf(
      firstTerm + i,
      termStarts,
      termPapers,
      termValues,
      paperStarts,
      paperTerms,
      paperValues,
      contexts,
      logTotals,
      powers,
      weights,
      logAll,
      shared,
      columns + row,
      information + row,
    )
    store<i32>(counts + ((<usize>i) << 2), kept)
  }
}

/** Writes the rows from…to, which `companyRows` found, one after the other, to the places that `starts` (Int32) says. */
export function packCompany(
  from: i32,
  to: i32,
  thread: i32,
  contexts: i32,
  columns: usize,
  information: usize,
  starts: usize,
  toColumns: usize,
  toInformation: usize,
): void {
  for (let i = from; i < to; i++) {
    const row = (<usize>(i * contexts)) << 2
    const at = (<usize>load<i32>(starts + ((<usize>i) << 2))) << 2
    const bytes = ((<usize>load<i32>(starts + ((<usize>i) << 2), 4)) << 2) - at
    memory.copy(toColumns + at, columns + row, bytes)
    memory.copy(toInformation + at, information + row, bytes)
  }
}

/**
 * Company of the terms from…to times a dense matrix, which lies in panels of 16 columns, each as `layOutColumns` leaves it; `out`: terms × width, Float32. `scratch`: for each thread `room`
 * bytes, of which the first are as above; columns and information of a term follow, and where they begin and end.
 */
export function companyTimes(
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
  weights: usize,
  logAll: f64,
  firstTerm: i32,
  scratch: usize,
  room: i32,
  panels: usize,
  width: i32,
  out: usize,
): void {
  const shared = scratch + <usize>thread * <usize>room
  const columns = shared + ((<usize>((contexts + 63) >> 6)) << 9)
  const information = columns + ((<usize>contexts) << 2)
  const ends = information + ((<usize>contexts) << 2)
  for (let i = from; i < to; i++) {
    const kept = companyOf(
      firstTerm + i,
      termStarts,
      termPapers,
      termValues,
      paperStarts,
      paperTerms,
      paperValues,
      contexts,
      logTotals,
      powers,
      weights,
      logAll,
      shared,
      columns,
      information,
    )
    store<i32>(ends, 0)
    store<i32>(ends, kept, 4)
    for (let column = 0; column < width; column += 16) {
      const panel = panels + ((<usize>(column * contexts)) << 2)
      const place = out + ((<usize>(i * width + column)) << 2)
      multiply(0, 1, thread, ends, columns, information, panel, min(16, width - column) >> 2, place, width)
    }
  }
}
