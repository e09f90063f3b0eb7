import { scatter } from './scatter'

/** Sums are joined as multiples of 1 ÷ this. */
const UNITS: f64 = 16777216

/**
 * The part that the rows from…to have in matrixᵀ · (matrix · panel). `starts`, `indices`: Int32; `values`: Float32; `panel`: columns × 16, Float32; `parts`: as many numbers a
 * shard of `shard` rows.
 */
export function normalProduct(
  from: i32,
  to: i32,
  thread: i32,
  starts: usize,
  indices: usize,
  values: usize,
  columns: i32,
  panel: usize,
  parts: usize,
  shard: i32,
): void {
  const part = partOf(parts, from, columns, shard)
  let end = (<usize>load<i32>(starts + ((<usize>from) << 2))) << 2
  for (let row = from; row < to; row++) {
    const first = end
    end = (<usize>load<i32>(starts + ((<usize>row) << 2), 4)) << 2
    let s0 = f32x4.splat(0)
    let s1 = s0
    let s2 = s0
    let s3 = s0
    for (let e = first; e < end; e += 4) {
      const value = v128.load32_splat(values + e)
      const line = panel + ((<usize>load<i32>(indices + e)) << 6)
      s0 = f32x4.add(s0, f32x4.mul(value, v128.load(line)))
      s1 = f32x4.add(s1, f32x4.mul(value, v128.load(line, 16)))
      s2 = f32x4.add(s2, f32x4.mul(value, v128.load(line, 32)))
      s3 = f32x4.add(s3, f32x4.mul(value, v128.load(line, 48)))
    }
    addRow(indices, values, first, end, part, s0, s1, s2, s3)
  }
}

/** The part that the rows from…to have in matrixᵀ · random numbers of −½…½, each from its place (row · 16 + column) and the seed; else as `normalProduct`. */
export function randomMixture(
  from: i32,
  to: i32,
  thread: i32,
  starts: usize,
  indices: usize,
  values: usize,
  columns: i32,
  seed: i32,
  parts: usize,
  shard: i32,
): void {
  const part = partOf(parts, from, columns, shard)
  let end = (<usize>load<i32>(starts + ((<usize>from) << 2))) << 2
  for (let row = from; row < to; row++) {
    const first = end
    end = (<usize>load<i32>(starts + ((<usize>row) << 2), 4)) << 2
    const place = row << 4
    addRow(
      indices,
      values,
      first,
      end,
      part,
      fourRandom(place, seed),
      fourRandom(place + 4, seed),
      fourRandom(place + 8, seed),
      fourRandom(place + 12, seed),
    )
  }
}

/** The numbers from…to of `out` (Float32): what `count` parts of `length` numbers each add up to there, as whole multiples of 2⁻²⁴. */
export function joinProducts(from: i32, to: i32, thread: i32, parts: usize, count: i32, length: i32, out: usize): void {
  const bytes = (<usize>length) << 2
  const units = f64x2.splat(UNITS)
  const half = f64x2.splat(0.5)
  const scale = f64x2.splat(1 / UNITS)
  for (let at = (<usize>from) << 2; at < (<usize>to) << 2; at += 16) {
    let low = f64x2.splat(0)
    let high = low
    let place = parts + at
    for (let part = 0; part < count; part++) {
      const four = v128.load(place)
      const second = i8x16.shuffle(four, four, 8, 9, 10, 11, 12, 13, 14, 15, 8, 9, 10, 11, 12, 13, 14, 15)
      low = f64x2.add(low, f64x2.floor(f64x2.add(f64x2.mul(f64x2.promote_low_f32x4(four), units), half)))
      high = f64x2.add(high, f64x2.floor(f64x2.add(f64x2.mul(f64x2.promote_low_f32x4(second), units), half)))
      place += bytes
    }
    v128.store64_lane(out + at, f32x4.demote_f64x2_zero(f64x2.mul(low, scale)), 0)
    v128.store64_lane(out + at, f32x4.demote_f64x2_zero(f64x2.mul(high, scale)), 0, 8)
  }
}

/** The shard's own part, filled with zeros. */
function partOf(parts: usize, from: i32, columns: i32, shard: i32): usize {
  const bytes = (<usize>columns) << 6
  const part = parts + <usize>(from / shard) * bytes
  memory.fill(part, 0, bytes)
  return part
}

/** Adds a row of sixteen numbers, times the value of each entry, to the line of the entry's column. */
function addRow(
  indices: usize,
  values: usize,
  first: usize,
  end: usize,
  part: usize,
  s0: v128,
  s1: v128,
  s2: v128,
  s3: v128,
): void {
  for (let e = first; e < end; e += 4) {
    const value = v128.load32_splat(values + e)
    const line = part + ((<usize>load<i32>(indices + e)) << 6)
    v128.store(line, f32x4.add(v128.load(line), f32x4.mul(value, s0)))
    v128.store(line, f32x4.add(v128.load(line, 16), f32x4.mul(value, s1)), 16)
    v128.store(line, f32x4.add(v128.load(line, 32), f32x4.mul(value, s2)), 32)
    v128.store(line, f32x4.add(v128.load(line, 48), f32x4.mul(value, s3)), 48)
  }
}

function fourRandom(place: i32, seed: i32): v128 {
  let four = f32x4.splat(random(place, seed))
  four = f32x4.replace_lane(four, 1, random(place + 1, seed))
  four = f32x4.replace_lane(four, 2, random(place + 2, seed))
  return f32x4.replace_lane(four, 3, random(place + 3, seed))
}

function random(place: i32, seed: i32): f32 {
  return <f32>scatter(scatter(place) ^ seed) * <f32>2.3283064365386963e-10
}
