/** Columns in a strip. */
export const STRIP: i32 = 32

/** Writes the products of a row with the 32 columns of a strip to `out` (Int32), two entries at a time. */
export function fourGroups(indices: usize, values: usize, begin: usize, end: usize, strip: usize, out: usize): void {
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

/** The same for the first 24 columns. */
export function threeGroups(indices: usize, values: usize, begin: usize, end: usize, strip: usize, out: usize): void {
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
