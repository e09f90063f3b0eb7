import { exp } from './elementary'

/** Responsibilities below this are taken as none: they would change no count that matters. */
const NEGLIGIBLE: f32 = 1e-6
/** Log-odds below the best from which a topic has no part. */
const HOPELESS: f64 = -14

/**
 * How much each topic answers for the papers from…to: score × trust + logPi + weight × what the neighbours say, as shares that sum to 1.
 * `scores`, `before`, `out`: papers × width, Float32, of which the first k columns count (`out` may be `scores`); `trust`: papers, `logPi`: k, `shares`: papers ×
 * count (0 for none), Float32; `ids`: papers × count, Int32. `assignment` (Int32) gets the likeliest topic, the first of equal ones;
 * `moved` (Int32, one a shard) how many papers changed theirs.
 */
export function respond(
  from: i32,
  to: i32,
  thread: i32,
  scores: usize,
  width: i32,
  k: i32,
  trust: usize,
  logPi: usize,
  ids: usize,
  shares: usize,
  count: i32,
  weight: f32,
  before: usize,
  out: usize,
  assignment: usize,
  moved: usize,
  shard: i32,
): void {
  const bytes = (<usize>width) << 2
  let changed = 0
  for (let paper = from; paper < to; paper++) {
    const score = scores + <usize>paper * bytes
    const row = out + <usize>paper * bytes
    const own = f32x4.splat(load<f32>(trust + ((<usize>paper) << 2)))
    for (let c: usize = 0; c < bytes; c += 16) {
      v128.store(row + c, f32x4.add(f32x4.mul(v128.load(score + c), own), v128.load(logPi + c)))
    }
    for (let e = paper * count; e < (paper + 1) * count; e++) {
      const share = load<f32>(shares + ((<usize>e) << 2))
      if (share === 0) continue
      const voice = f32x4.splat(weight * share)
      const other = before + <usize>load<i32>(ids + ((<usize>e) << 2)) * bytes
      for (let c: usize = 0; c < bytes; c += 16) {
        v128.store(row + c, f32x4.add(v128.load(row + c), f32x4.mul(voice, v128.load(other + c))))
      }
    }
    let best: i32 = 0
    let high: f32 = -Infinity
    for (let c = 0; c < k; c++) {
      const s = load<f32>(row + ((<usize>c) << 2))
      if (s > high) {
        high = s
        best = c
      }
    }
    let total: f64 = 0
    for (let c = 0; c < k; c++) {
      const below = <f64>load<f32>(row + ((<usize>c) << 2)) - <f64>high
      const share: f64 = below < HOPELESS ? 0 : exp(below)
      store<f32>(row + ((<usize>c) << 2), <f32>share)
      total += share
    }
    for (let c = 0; c < k; c++) {
      const share = <f32>(<f64>load<f32>(row + ((<usize>c) << 2)) / total)
      store<f32>(row + ((<usize>c) << 2), share < NEGLIGIBLE ? 0 : share)
    }
    for (let c = k; c < width; c++) store<f32>(row + ((<usize>c) << 2), 0)
    const at = assignment + ((<usize>paper) << 2)
    if (load<i32>(at) !== best) changed++
    store<i32>(at, best)
  }
  store<i32>(moved + ((<usize>(from / shard)) << 2), changed)
}
