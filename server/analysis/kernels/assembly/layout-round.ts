const LONGEST_STEP: f32 = 4

/**
 * One round of stochastic descent on UMAP's objective with the kernel 1 / (1 + d²), for the papers from…to. Each paper takes its own
 * steps one after the other and sees the others where they stood before the round, so that papers are independent of each other: those it is
 * joined to pull it, four random ones push at once. `starts` (n + 1), `neighbours`: Int32, edges in both directions; `every`, `due`: Float32, the interval of
 * an edge in rounds and the round in which it comes next; `before`, `after`: n × 2, Float32.
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
  rate: f32,
  seed: i32,
): void {
  const one = f32x4.splat(1)
  const two = f32x4.splat(2)
  const least = f32x4.splat(0.001)
  const longest = f32x4.splat(LONGEST_STEP)
  const shortest = f32x4.splat(-LONGEST_STEP)
  for (let i = from; i < to; i++) {
    let x = load<f32>(before + ((<usize>i) << 3))
    let y = load<f32>(before + ((<usize>i) << 3), 4)
    let state = mix(mix(seed ^ round) ^ i)
    const end = load<i32>(starts + ((<usize>i) << 2), 4)
    for (let e = load<i32>(starts + ((<usize>i) << 2)); e < end; e++) {
      const next = due + ((<usize>e) << 2)
      if (load<f32>(next) > <f32>round) continue
      store<f32>(next, load<f32>(next) + load<f32>(every + ((<usize>e) << 2)))
      const other = before + ((<usize>load<i32>(neighbours + ((<usize>e) << 2))) << 3)
      const dx = x - load<f32>(other)
      const dy = y - load<f32>(other, 4)
      const pull: f32 = <f32>-2 / (<f32>1 + dx * dx + dy * dy)
      x += limit(pull * dx) * rate
      y += limit(pull * dy) * rate
      state = advance(state)
      const a = v128.load64_splat(before + (pick(state, n) << 3))
      state = advance(state)
      const b = v128.load64_splat(before + (pick(state, n) << 3))
      state = advance(state)
      const c = v128.load64_splat(before + (pick(state, n) << 3))
      state = advance(state)
      const d = v128.load64_splat(before + (pick(state, n) << 3))
      const ab = i32x4.shuffle(a, b, 0, 1, 4, 5)
      const cd = i32x4.shuffle(c, d, 0, 1, 4, 5)
      const qx = f32x4.sub(f32x4.splat(x), i32x4.shuffle(ab, cd, 0, 2, 4, 6))
      const qy = f32x4.sub(f32x4.splat(y), i32x4.shuffle(ab, cd, 1, 3, 5, 7))
      const squared = f32x4.add(f32x4.mul(qx, qx), f32x4.mul(qy, qy))
      const push = f32x4.div(two, f32x4.mul(f32x4.add(least, squared), f32x4.add(one, squared)))
      const px = f32x4.min(longest, f32x4.max(shortest, f32x4.mul(push, qx)))
      const py = f32x4.min(longest, f32x4.max(shortest, f32x4.mul(push, qy)))
      x += sum(px) * rate
      y += sum(py) * rate
    }
    store<f32>(after + ((<usize>i) << 3), x)
    store<f32>(after + ((<usize>i) << 3), y, 4)
  }
}

function sum(four: v128): f32 {
  return (
    f32x4.extract_lane(four, 0) +
    f32x4.extract_lane(four, 1) +
    (f32x4.extract_lane(four, 2) + f32x4.extract_lane(four, 3))
  )
}

function limit(step: f32): f32 {
  return step > LONGEST_STEP ? LONGEST_STEP : step < -LONGEST_STEP ? -LONGEST_STEP : step
}

/** The next state of Marsaglia's xorshift32. */
function advance(state: i32): i32 {
  let z = state
  z ^= z << 13
  z ^= z >>> 17
  z ^= z << 5
  return z
}

/** A number of 0…n−1 from 32 random bits. */
function pick(state: i32, n: i32): usize {
  return <usize>((<u64>(<u32>state) * <u64>n) >> 32)
}

/** Scatters a number over all 32 bits, never to 0 (MurmurHash3's last step). */
function mix(value: i32): i32 {
  let z = value
  z = (z ^ (z >>> 16)) * 0x85ebca6b
  z = (z ^ (z >>> 13)) * 0xc2b2ae35
  z ^= z >>> 16
  return z === 0 ? 1 : z
}
