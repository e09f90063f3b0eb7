/** Centroids in a strip. */
const STRIP: i32 = 32
const UNIT: f32 = 32767

/**
 * Nearest of k centroids, by cosine, for the rows from…to. `starts`, `indices` (Int32), `values` (Int16): rows of unit length; `strips`: ⌈k ÷ 32⌉ of them, columns × 32, Int16, with
 * zeros beyond k. `assignment` (Int32) gets the nearest (ties: the lower number), `similarity` (Float32) its cosine, `changed` (Int32, one a shard of `shard` rows) how many
 * moved. `scratch`: 128 + 8 · shard bytes for each thread, the best of each row after those of the row at hand.
 */
export function assignRows(
  from: i32,
  to: i32,
  thread: i32,
  starts: usize,
  indices: usize,
  values: usize,
  columns: i32,
  strips: usize,
  k: i32,
  assignment: usize,
  similarity: usize,
  changed: usize,
  shard: i32,
  scratch: usize,
): void {
  const out = scratch + <usize>thread * (128 + ((<usize>shard) << 3))
  const best = out + 128
  for (let first = 0; first < k; first += STRIP) {
    const strip = strips + ((<usize>(first / STRIP) * <usize>columns) << 6)
    const count = min(STRIP, k - first)
    for (let row = from; row < to; row++) {
      const begin = <usize>load<i32>(starts + ((<usize>row) << 2))
      const end = <usize>load<i32>(starts + ((<usize>row) << 2), 4)
      if (count > 24) fourGroups(indices, values, begin, end, strip, out)
      else threeGroups(indices, values, begin, end, strip, out)
      const place = best + ((<usize>(row - from)) << 3)
      let high = first === 0 ? <i32>i32.MIN_VALUE : load<i32>(place)
      let nearest = first === 0 ? 0 : load<i32>(place, 4)
      for (let c = 0; c < count; c++) {
        const cosine = load<i32>(out + ((<usize>c) << 2))
        nearest = select<i32>(first + c, nearest, cosine > high)
        high = max(high, cosine)
      }
      store<i32>(place, high)
      store<i32>(place, nearest, 4)
    }
  }
  let moved = 0
  for (let row = from; row < to; row++) {
    const place = best + ((<usize>(row - from)) << 3)
    const at = (<usize>row) << 2
    const nearest = load<i32>(place, 4)
    if (load<i32>(assignment + at) !== nearest) moved++
    store<i32>(assignment + at, nearest)
    store<f32>(similarity + at, <f32>load<i32>(place) * (<f32>1 / (UNIT * UNIT)))
  }
  store<i32>(changed + ((<usize>(from / shard)) << 2), moved)
}

/** Writes the products of a row with the 32 centroids of a strip to `out` (Int32), two entries at a time. */
function fourGroups(indices: usize, values: usize, begin: usize, end: usize, strip: usize, out: usize): void {
  let s0 = i32x4.splat(0)
  let s1 = s0
  let s2 = s0
  let s3 = s0
  let s4 = s0
  let s5 = s0
  let s6 = s0
  let s7 = s0
  for (let e = begin; e < end; e += 2) {
    const both = e + 1 < end
    const pair = both ? v128.load32_splat(values + (e << 1)) : i32x4.splat(<i32>load<u16>(values + (e << 1)))
    const a = strip + ((<usize>load<i32>(indices + (e << 2))) << 6)
    const b = both ? strip + ((<usize>load<i32>(indices + (e << 2), 4)) << 6) : a
    let x = v128.load(a)
    let y = v128.load(b)
    s0 = i32x4.add(s0, i32x4.dot_i16x8_s(pair, lower(x, y)))
    s1 = i32x4.add(s1, i32x4.dot_i16x8_s(pair, upper(x, y)))
    x = v128.load(a, 16)
    y = v128.load(b, 16)
    s2 = i32x4.add(s2, i32x4.dot_i16x8_s(pair, lower(x, y)))
    s3 = i32x4.add(s3, i32x4.dot_i16x8_s(pair, upper(x, y)))
    x = v128.load(a, 32)
    y = v128.load(b, 32)
    s4 = i32x4.add(s4, i32x4.dot_i16x8_s(pair, lower(x, y)))
    s5 = i32x4.add(s5, i32x4.dot_i16x8_s(pair, upper(x, y)))
    x = v128.load(a, 48)
    y = v128.load(b, 48)
    s6 = i32x4.add(s6, i32x4.dot_i16x8_s(pair, lower(x, y)))
    s7 = i32x4.add(s7, i32x4.dot_i16x8_s(pair, upper(x, y)))
  }
  v128.store(out, s0)
  v128.store(out, s1, 16)
  v128.store(out, s2, 32)
  v128.store(out, s3, 48)
  v128.store(out, s4, 64)
  v128.store(out, s5, 80)
  v128.store(out, s6, 96)
  v128.store(out, s7, 112)
}

/** The same for the first 24 centroids. */
function threeGroups(indices: usize, values: usize, begin: usize, end: usize, strip: usize, out: usize): void {
  let s0 = i32x4.splat(0)
  let s1 = s0
  let s2 = s0
  let s3 = s0
  let s4 = s0
  let s5 = s0
  for (let e = begin; e < end; e += 2) {
    const both = e + 1 < end
    const pair = both ? v128.load32_splat(values + (e << 1)) : i32x4.splat(<i32>load<u16>(values + (e << 1)))
    const a = strip + ((<usize>load<i32>(indices + (e << 2))) << 6)
    const b = both ? strip + ((<usize>load<i32>(indices + (e << 2), 4)) << 6) : a
    let x = v128.load(a)
    let y = v128.load(b)
    s0 = i32x4.add(s0, i32x4.dot_i16x8_s(pair, lower(x, y)))
    s1 = i32x4.add(s1, i32x4.dot_i16x8_s(pair, upper(x, y)))
    x = v128.load(a, 16)
    y = v128.load(b, 16)
    s2 = i32x4.add(s2, i32x4.dot_i16x8_s(pair, lower(x, y)))
    s3 = i32x4.add(s3, i32x4.dot_i16x8_s(pair, upper(x, y)))
    x = v128.load(a, 32)
    y = v128.load(b, 32)
    s4 = i32x4.add(s4, i32x4.dot_i16x8_s(pair, lower(x, y)))
    s5 = i32x4.add(s5, i32x4.dot_i16x8_s(pair, upper(x, y)))
  }
  v128.store(out, s0)
  v128.store(out, s1, 16)
  v128.store(out, s2, 32)
  v128.store(out, s3, 48)
  v128.store(out, s4, 64)
  v128.store(out, s5, 80)
}

/** The lower four numbers of 16 bits of each, in pairs. */
function lower(x: v128, y: v128): v128 {
  return v128.shuffle<i16>(x, y, 0, 8, 1, 9, 2, 10, 3, 11)
}

/** The upper four. */
function upper(x: v128, y: v128): v128 {
  return v128.shuffle<i16>(x, y, 4, 12, 5, 13, 6, 14, 7, 15)
}
