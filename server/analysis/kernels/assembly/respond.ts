import { fourExps } from './elementary'
import { hasSeveral, headOf, membership, MEMBERSHIP_BYTES, topicOf, unitsOf } from './memberships'

/** Parts below this are taken as none: they would change no count that matters. */
const NEGLIGIBLE: f32 = 0.01
/** Log-odds below the best from which a topic has no part. */
const HOPELESS: f32 = -14

/**
 * Which topics the papers rows[from…to) belong to: score + logPi + voice × what each neighbour belongs to, as parts that sum to 1.
 * `scores`: a row of `width` Float32 for each of `rows`, of which the first k columns count, changed; `logPi`: width, Float32;
 * `ids` (Int32): papers × count, of which the first `used` have a say, each with its voice: `voices` (Float32), papers × used, in log-odds for a unit of a part; `rows`: Int32; `heads`,
 * `before` and `nextHeads`, `after`: memberships. `assignment` (Int32) gets the likeliest topic, the first of equal ones; `moved` (Int32, one a shard) how many papers changed theirs.
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
  count: i32,
  voices: usize,
  used: i32,
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
    listen(row, ids + ((<usize>(paper * count)) << 2), voices + ((<usize>(paper * used)) << 2), used, heads, before)
    for (let c = bytes - ((<usize>(width - k)) << 2); c < bytes; c += 4) store<f32>(row + c, -Infinity)
    const high = largest(row, bytes)
    const best = placeOf(row, high)
    const total = toParts(row, bytes, high)
    const members = after + <usize>paper * MEMBERSHIP_BYTES
    v128.store(members, i32x4.splat(0))
    const least = f32x4.splat(NEGLIGIBLE * total)
    for (let c: usize = 0; c < bytes; c += 16) {
      for (let lanes = i32x4.bitmask(f32x4.ge(v128.load(row + c), least)); lanes !== 0; lanes &= lanes - 1) {
        const at = c + ((<usize>ctz(lanes)) << 2)
        join(members, <i32>(at >> 2), load<f32>(row + at) / total)
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

/** Turns log-odds into parts of a whole, which is returned; those that are too small for that are 0. Every fourth is summed up by itself. */
function toParts(row: usize, bytes: usize, high: f32): f32 {
  const highest = f32x4.splat(high)
  let sums = f32x4.splat(0)
  for (let c: usize = 0; c < bytes; c += 16) {
    const below = f32x4.sub(v128.load(row + c), highest)
    const hopeful = f32x4.ge(below, f32x4.splat(HOPELESS))
    const parts = v128.any_true(hopeful) ? v128.and(fourExps(below), hopeful) : hopeful
    v128.store(row + c, parts)
    sums = f32x4.add(sums, parts)
  }
  const low = f32x4.extract_lane(sums, 0) + f32x4.extract_lane(sums, 1)
  return low + (f32x4.extract_lane(sums, 2) + f32x4.extract_lane(sums, 3))
}

/** Adds the voices of neighbours to the topics that they belong to. Those that are missing or unlike the paper have none. */
function listen(row: usize, ids: usize, voices: usize, used: i32, heads: usize, before: usize): void {
  for (let e: usize = 0; e < (<usize>used) << 2; e += 4) {
    const voice = load<f32>(voices + e)
    if (voice === 0) continue
    const other = <usize>load<i32>(ids + e)
    const head = load<u32>(heads + (other << 2))
    if (!hasSeveral(head)) speak(row, head, voice)
    else {
      const first = before + other * MEMBERSHIP_BYTES
      for (let at = first; at < first + MEMBERSHIP_BYTES; at += 4) {
        const number = load<u32>(at)
        if (number === 0) break
        speak(row, number, voice)
      }
    }
  }
}

function speak(row: usize, number: u32, voice: f32): void {
  const score = row + (topicOf(number) << 2)
  store<f32>(score, load<f32>(score) + voice * <f32>unitsOf(number))
}

/** Puts a topic where it belongs among those of a paper, the smaller behind it; the smallest of too many goes. */
function join(members: usize, topic: i32, part: f32): void {
  const number = membership(topic, part)
  let place = MEMBERSHIP_BYTES
  while (place > 0 && unitsOf(load<u32>(members + place - 4)) < unitsOf(number)) {
    if (place < MEMBERSHIP_BYTES) store<u32>(members + place, load<u32>(members + place - 4))
    place -= 4
  }
  if (place < MEMBERSHIP_BYTES) store<u32>(members + place, number)
}
