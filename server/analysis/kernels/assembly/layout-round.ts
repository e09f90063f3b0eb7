const NEGATIVES: i32 = 5
const LONGEST_STEP: f64 = 4

/**
 * One round of stochastic descent on UMAP's objective with the kernel 1 / (1 + d²), for the papers from…to. Each paper takes its own
 * steps one after the other and sees the others where they stood before the round, so that papers are independent of each other: those it is
 * joined to pull it, random ones push. `starts` (n + 1), `neighbours`: Int32, edges in both directions; `every`, `due`: Float32, the interval of an edge in
 * rounds and the round in which it comes next; `before`, `after`: n × 2, Float32.
 */
export function layoutRound(
  from: i32,
  to: i32,
  thread: i32,
  starts: usize,
  neighbours: usize,
  every: usize,
  due: usize,
  before: usize,
  after: usize,
  n: i32,
  round: i32,
  rate: f64,
  seed: i32,
): void {
  for (let i = from; i < to; i++) {
    let x = <f64>load<f32>(before + ((<usize>i) << 3))
    let y = <f64>load<f32>(before + ((<usize>i) << 3), 4)
    let state = mix(mix(seed ^ round) ^ i)
    const end = load<i32>(starts + ((<usize>i) << 2), 4)
    for (let e = load<i32>(starts + ((<usize>i) << 2)); e < end; e++) {
      const next = due + ((<usize>e) << 2)
      if (load<f32>(next) > <f32>round) continue
      store<f32>(next, load<f32>(next) + load<f32>(every + ((<usize>e) << 2)))
      const other = before + ((<usize>load<i32>(neighbours + ((<usize>e) << 2))) << 3)
      const dx = x - <f64>load<f32>(other)
      const dy = y - <f64>load<f32>(other, 4)
      const pull = -2 / (1 + dx * dx + dy * dy)
      x += limit(pull * dx) * rate
      y += limit(pull * dy) * rate
      for (let s = 0; s < NEGATIVES; s++) {
        state ^= state << 13
        state ^= state >>> 17
        state ^= state << 5
        const j = <i32>((<u64>(<u32>state) * <u64>n) >> 32)
        if (j === i) continue
        const stranger = before + ((<usize>j) << 3)
        const qx = x - <f64>load<f32>(stranger)
        const qy = y - <f64>load<f32>(stranger, 4)
        const squared = qx * qx + qy * qy
        const push = 2 / ((0.001 + squared) * (1 + squared))
        x += limit(push * qx) * rate
        y += limit(push * qy) * rate
      }
    }
    store<f32>(after + ((<usize>i) << 3), <f32>x)
    store<f32>(after + ((<usize>i) << 3), <f32>y, 4)
  }
}

function limit(step: f64): f64 {
  return step > LONGEST_STEP ? LONGEST_STEP : step < -LONGEST_STEP ? -LONGEST_STEP : step
}

/** Scatters a number over all 32 bits, never to 0 (MurmurHash3's last step). */
function mix(value: i32): i32 {
  let z = value
  z = (z ^ (z >>> 16)) * 0x85ebca6b
  z = (z ^ (z >>> 13)) * 0xc2b2ae35
  z ^= z >>> 16
  return z === 0 ? 1 : z
}
