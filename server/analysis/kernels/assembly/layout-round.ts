import { scatter } from './scatter'

const LONGEST_STEP: f32 = 4
/** How much stronger than UMAP's a push is: papers that are no neighbours keep further apart. */
const PUSH: f32 = 2

/** Edges that are looked at before those that are due pull; their ends, and three that are written beyond them. */
const LOOKED_AT = 64
const DUE_BYTES: usize = 272

/** For each set of four lanes the bytes of those that are in it, one behind the other. */
const compact = memory.data<u8>([
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 5, 6, 7, 0, 0, 0,
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 0, 0, 0, 0, 0, 0, 0, 0, 8, 9, 10, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 0, 1, 2, 3, 8, 9, 10, 11, 0, 0, 0, 0, 0, 0, 0, 0, 4, 5, 6, 7, 8, 9, 10, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3,
  4, 5, 6, 7, 8, 9, 10, 11, 0, 0, 0, 0, 12, 13, 14, 15, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 12, 13, 14, 15,
  0, 0, 0, 0, 0, 0, 0, 0, 4, 5, 6, 7, 12, 13, 14, 15, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 12, 13, 14, 15, 0,
  0, 0, 0, 8, 9, 10, 11, 12, 13, 14, 15, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 8, 9, 10, 11, 12, 13, 14, 15, 0, 0, 0, 0,
  4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
])

/**
 * One round of stochastic descent on UMAP's objective with the kernel 1 / (1 + d²), for the papers from…to. Each paper takes its own
 * steps and sees the others where they stood before the round, so that papers are independent of each other: those it is joined to pull it
 * one after the other, and for each of them four random ones push it away from where it stood. `starts` (n + 1), `neighbours`: Int32, edges in
 * both directions; `weights`: Float32, of the edges: an edge pulls whenever its weight times the rounds so far, as `now` and `last` count them, passes a whole
 * number; three numbers may be read beyond the last edge of both. `before`, `after`: n × 2, Float32. `scratch`: 272 bytes for each thread.
 */
export function layoutRound(
  from: i32,
  to: i32,
  thread: i32,
  starts: usize,
  neighbours: usize,
  weights: usize,
  before: usize,
  after: usize,
  n: i32,
  now: f32,
  last: f32,
  rate: f32,
  start: i32,
  scratch: usize,
): void {
  const due = scratch + <usize>thread * DUE_BYTES
  const one = f32x4.splat(1)
  const strength = f32x4.splat(2 * PUSH)
  const least = f32x4.splat(0.001)
  const all = i32x4.splat(n)
  const counts = f32x4.splat(now)
  const counted = f32x4.splat(last)
  for (let i = from; i < to; i++) {
    let x = load<f32>(before + ((<usize>i) << 3))
    let y = load<f32>(before + ((<usize>i) << 3), 4)
    const xs = f32x4.splat(x)
    const ys = f32x4.splat(y)
    let sumX = f32x4.splat(0)
    let sumY = sumX
    let states = fourStates(start ^ scatter(i))
    const end = load<i32>(starts + ((<usize>i) << 2), 4)
    for (let first = load<i32>(starts + ((<usize>i) << 2)); first < end; first += LOOKED_AT) {
      // Which edges are due nobody can foresee, so they are gathered without a branch.
      let behind = due
      const until = min(end, first + LOOKED_AT)
      for (let e = first; e < until; e += 4) {
        const four = v128.load(weights + ((<usize>e) << 2))
        const passes = f32x4.gt(f32x4.floor(f32x4.mul(four, counts)), f32x4.floor(f32x4.mul(four, counted)))
        // The last edges of a paper may be fewer than four.
        const lanes = i32x4.bitmask(passes) & ((1 << min(4, until - e)) - 1)
        const ends = v128.load(neighbours + ((<usize>e) << 2))
        v128.store(behind, i8x16.swizzle(ends, v128.load(compact + ((<usize>lanes) << 4))))
        behind += (<usize>popcnt(lanes)) << 2
      }
      for (let pull = due; pull < behind; pull += 4) {
        const other = before + ((<usize>load<i32>(pull)) << 3)
        const dx = x - load<f32>(other)
        const dy = y - load<f32>(other, 4)
        // No longer than 1, whatever the distance.
        const force: f32 = <f32>-2 / (<f32>1 + dx * dx + dy * dy)
        x += force * dx * rate
        y += force * dy * rate
      }
      for (let pull = due; pull < behind; pull += 4) {
        states = advance(states)
        const low = i64x2.extmul_low_i32x4_u(states, all)
        const high = i64x2.extmul_high_i32x4_u(states, all)
        const a = v128.load64_splat(before + (place(i64x2.extract_lane(low, 0)) << 3))
        const b = v128.load64_splat(before + (place(i64x2.extract_lane(low, 1)) << 3))
        const c = v128.load64_splat(before + (place(i64x2.extract_lane(high, 0)) << 3))
        const d = v128.load64_splat(before + (place(i64x2.extract_lane(high, 1)) << 3))
        const ab = i32x4.shuffle(a, b, 0, 1, 4, 5)
        const cd = i32x4.shuffle(c, d, 0, 1, 4, 5)
        const qx = f32x4.sub(xs, i32x4.shuffle(ab, cd, 0, 2, 4, 6))
        const qy = f32x4.sub(ys, i32x4.shuffle(ab, cd, 1, 3, 5, 7))
        const squared = f32x4.add(f32x4.mul(qx, qx), f32x4.mul(qy, qy))
        const push = f32x4.div(strength, f32x4.mul(f32x4.add(least, squared), f32x4.add(one, squared)))
        sumX = f32x4.add(sumX, limit(f32x4.mul(push, qx)))
        sumY = f32x4.add(sumY, limit(f32x4.mul(push, qy)))
      }
    }
    store<f32>(after + ((<usize>i) << 3), x + sumOf(sumX) * rate)
    store<f32>(after + ((<usize>i) << 3), y + sumOf(sumY) * rate, 4)
  }
}

function sumOf(four: v128): f32 {
  return (
    f32x4.extract_lane(four, 0) +
    f32x4.extract_lane(four, 1) +
    (f32x4.extract_lane(four, 2) + f32x4.extract_lane(four, 3))
  )
}

/** Four steps, none too long. */
function limit(steps: v128): v128 {
  return f32x4.pmin(f32x4.splat(LONGEST_STEP), f32x4.pmax(f32x4.splat(-LONGEST_STEP), steps))
}

/** Four random states from one number, none of them 0. */
function fourStates(start: i32): v128 {
  const z = i32x4.mul(
    v128.xor(i32x4.splat(start), i32x4(0x2545f491, 0x6c8e9cf5, 0x1b873593, 0x7feb352d)),
    i32x4.splat(0x5bd1e995),
  )
  return v128.or(v128.xor(z, i32x4.shr_u(z, 15)), i32x4.splat(1))
}

/** The next states of Marsaglia's xorshift32. */
function advance(states: v128): v128 {
  let z = states
  z = v128.xor(z, i32x4.shl(z, 13))
  z = v128.xor(z, i32x4.shr_u(z, 17))
  return v128.xor(z, i32x4.shl(z, 5))
}

/** A number of 0…n−1: the upper half of n times 32 random bits. */
function place(product: i64): usize {
  return <usize>((<u64>product) >> 32)
}
