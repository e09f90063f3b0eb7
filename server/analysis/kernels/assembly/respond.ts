import { exp } from './elementary'
import { hasSeveral, headOf, MEMBERSHIP_BYTES, partOf, topicOf } from './memberships'
import { shareTotal } from './shares'

/** Parts below this are taken as none: they would change no count that matters. */
const NEGLIGIBLE: f32 = 0.01
/** Log-odds below the best from which a topic has no part. */
const HOPELESS: f64 = -14

/**
 * Which topics the papers rows[from…to) belong to: score + logPi + weight × what the neighbours say, as parts that sum to 1.
 * `scores`: a row of `width` Float32 for each of `rows`, of which the first k columns count, changed; `logPi`: width, Float32;
 * `ids` (Int32), `similarity` (Float32): papers × count, of which the first `used` have a say; `rows`: Int32; `heads`, `before` and `nextHeads`, `after`: memberships. `assignment` (Int32) gets the likeliest topic, the first of
 * equal ones; `moved` (Int32, one a shard) how many papers changed theirs.
 */
export function respond(
  from: i32,
  to: i32,
  thread: i32,
  scores: usize,
  rows: usize,
  width: i32,
  k: i32,
  logPi: usize,
  ids: usize,
  similarity: usize,
  count: i32,
  used: i32,
  weight: f32,
  heads: usize,
  before: usize,
  nextHeads: usize,
  after: usize,
  assignment: usize,
  moved: usize,
  shard: i32,
): void {
  const bytes = (<usize>width) << 2
  let changed = 0
  for (let i = from; i < to; i++) {
    const paper = load<i32>(rows + ((<usize>i) << 2))
    const row = scores + <usize>i * bytes
    for (let c: usize = 0; c < bytes; c += 16) {
      v128.store(row + c, f32x4.add(v128.load(row + c), v128.load(logPi + c)))
    }
    const first = (<usize>(paper * count)) << 2
    const shared = shareTotal(ids + first, similarity + first, used)
    for (let e = first; e < first + ((<usize>used) << 2); e += 4) {
      const near = load<f32>(similarity + e)
      const other = load<i32>(ids + e)
      if (other < 0 || near <= 0) continue
      const voice: f32 = weight * <f32>(<f64>(near * near) / shared)
      const head = load<u32>(heads + ((<usize>other) << 2))
      if (hasSeveral(head)) listen(row, before + <usize>other * MEMBERSHIP_BYTES, voice)
      else {
        const score = row + (topicOf(head) << 2)
        store<f32>(score, load<f32>(score) + voice * partOf(head))
      }
    }
    for (let c = bytes - ((<usize>(width - k)) << 2); c < bytes; c += 4) store<f32>(row + c, -Infinity)
    const high = largest(row, bytes)
    const best = placeOf(row, high)
    const total = toParts(row, bytes, high)
    const members = after + <usize>paper * MEMBERSHIP_BYTES
    v128.store(members, i32x4.splat(0))
    v128.store(members, i32x4.splat(0), 16)
    for (let c: usize = 0; c < bytes; c += 16) {
      if (!v128.any_true(v128.load(row + c))) continue
      for (let lane = c; lane < c + 16; lane += 4) {
        const part = <f32>(<f64>load<f32>(row + lane) / total)
        if (part >= NEGLIGIBLE) join(members, <i32>(lane >> 2), part)
      }
    }
    store<u32>(nextHeads + ((<usize>paper) << 2), headOf(members))
    const at = assignment + ((<usize>paper) << 2)
    if (load<i32>(at) !== best) changed++
    store<i32>(at, best)
  }
  store<i32>(moved + ((<usize>(from / shard)) << 2), changed)
}

/** The largest number of a row. */
function largest(row: usize, bytes: usize): f32 {
  let high = v128.load(row)
  for (let c: usize = 16; c < bytes; c += 16) high = f32x4.pmax(high, v128.load(row + c))
  high = f32x4.pmax(high, v128.shuffle<f32>(high, high, 2, 3, 0, 1))
  high = f32x4.pmax(high, v128.shuffle<f32>(high, high, 1, 0, 3, 2))
  return f32x4.extract_lane(high, 0)
}

/** Where a number that a row holds stands for the first time. */
function placeOf(row: usize, value: f32): i32 {
  const sought = f32x4.splat(value)
  let c = 0
  let found = 0
  do {
    found = i32x4.bitmask(f32x4.eq(v128.load(row + ((<usize>c) << 2)), sought))
    c += 4
  } while (found === 0 && !isNaN(value))
  return c - 4 + ctz(found)
}

/** Turns log-odds into parts of a whole, which is returned; those that are too small for that are 0. */
function toParts(row: usize, bytes: usize, high: f32): f64 {
  const least = f32x4.splat(<f32>(<f64>high + HOPELESS))
  let total: f64 = 0
  for (let c: usize = 0; c < bytes; c += 16) {
    const odds = v128.load(row + c)
    const hopeful = f32x4.ge(odds, least)
    v128.store(row + c, v128.and(odds, hopeful))
    for (let lanes = i32x4.bitmask(hopeful); lanes !== 0; lanes &= lanes - 1) {
      const at = row + c + ((<usize>ctz(lanes)) << 2)
      const part = exp(<f64>load<f32>(at) - <f64>high)
      store<f32>(at, <f32>part)
      total += part
    }
  }
  return total
}

/** Adds a voice to the topics that a neighbour belongs to. */
function listen(row: usize, members: usize, voice: f32): void {
  for (let at = members; at < members + MEMBERSHIP_BYTES; at += 8) {
    const part = load<f32>(at, 4)
    if (part === 0) break
    const score = row + ((<usize>load<f32>(at)) << 2)
    store<f32>(score, load<f32>(score) + voice * part)
  }
}

/** Puts a topic where it belongs among those of a paper, the smaller behind it; the smallest of too many goes. */
function join(members: usize, topic: i32, part: f32): void {
  let place = MEMBERSHIP_BYTES
  while (place > 0 && load<f32>(members + place - 4) < part) {
    if (place < MEMBERSHIP_BYTES) store<u64>(members + place, load<u64>(members + place - 8))
    place -= 8
  }
  if (place === MEMBERSHIP_BYTES) return
  store<f32>(members + place, <f32>topic)
  store<f32>(members + place, part, 4)
}
