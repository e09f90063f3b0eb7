import { bothLogs } from './elementary'
import { STRIP } from './strip-products'

/** What is added, so that the logarithms of what is rare and of what is frequent are as far from 0. */
const MIDDLE: f64 = 12
const UNIT: f64 = 32767

/**
 * Rows from…to (terms) of ln((sum + prior) ÷ total of the topic) + 12 as whole numbers of 16 bits, 12 being 32,767, in strips of terms × 32 topics. `sums`: terms × width, Float32; `logTotals`: width, Float64; `strips`: one for each
 * 32 columns that were begun. `scratch`: 2 · width bytes for each thread.
 */
export function logStrips(
  from: i32,
  to: i32,
  thread: i32,
  sums: usize,
  width: i32,
  prior: f64,
  logTotals: usize,
  terms: i32,
  strips: usize,
  scratch: usize,
): void {
  const priors = f64x2.splat(prior)
  const none = scratch + <usize>thread * ((<usize>width) << 1)
  for (let c = 0; c < width; c += 4) {
    const totals = logTotals + ((<usize>c) << 3)
    v128.store64_lane(none + ((<usize>c) << 1), inUnits(priors, priors, totals), 0)
  }
  for (let term = from; term < to; term++) {
    const row = sums + ((<usize>(term * width)) << 2)
    for (let c = 0; c < width; c += 4) {
      const place = strips + ((<usize>(c / STRIP) * <usize>terms + <usize>term) << 6) + ((<usize>(c % STRIP)) << 1)
      const four = v128.load(row + ((<usize>c) << 2))
      // Most terms are in few topics.
      if (!v128.any_true(four)) {
        store<u64>(place, load<u64>(none + ((<usize>c) << 1)))
        continue
      }
      const low = f64x2.add(f64x2.promote_low_f32x4(four), priors)
      const high = f64x2.add(f64x2.promote_low_f32x4(v128.shuffle<i32>(four, four, 2, 3, 2, 3)), priors)
      v128.store64_lane(place, inUnits(low, high, logTotals + ((<usize>c) << 3)), 0)
    }
  }
}

/** ln of two and two numbers less the totals, in whole units: four of 16 bits. */
function inUnits(low: v128, high: v128, totals: usize): v128 {
  const units = v128.shuffle<i64>(toUnits(low, totals), toUnits(high, totals + 16), 0, 2)
  return i16x8.narrow_i32x4_s(units, units)
}

/** ln of two numbers less the totals, in whole units; the lower two lanes of Int32. */
function toUnits(numbers: v128, totals: usize): v128 {
  const logs = f64x2.add(f64x2.sub(bothLogs(numbers), v128.load(totals)), f64x2.splat(MIDDLE))
  const units = f64x2.floor(f64x2.add(f64x2.mul(logs, f64x2.splat(UNIT / MIDDLE)), f64x2.splat(0.5)))
  return i32x4.trunc_sat_f64x2_s_zero(f64x2.pmax(f64x2.pmin(units, f64x2.splat(UNIT)), f64x2.splat(-UNIT)))
}
