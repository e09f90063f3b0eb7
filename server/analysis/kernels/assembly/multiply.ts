/**
 * Rows from…to of out = matrix · panel, where a panel is up to 16 columns of a dense matrix: `columns` × 16, Float32, one cache line a row, so
 * that the rows that are often asked for stay in the cache. Sums run over the entries of a row in their order, in Float32. `starts`, `indices`: Int32;
 * `values`: Float32; `quads`: fours of columns that count, 1…4; `out`: where the panel's columns stand in the first row of the result, whose rows are
 * `width` numbers long.
 */
export function multiply(
  from: i32,
  to: i32,
  thread: i32,
  starts: usize,
  indices: usize,
  values: usize,
  panel: usize,
  quads: i32,
  out: usize,
  width: i32,
): void {
  const bytes = (<usize>width) << 2
  for (let row = from; row < to; row++) {
    const first = (<usize>load<i32>(starts + ((<usize>row) << 2))) << 2
    const end = (<usize>load<i32>(starts + ((<usize>row) << 2), 4)) << 2
    const place = out + <usize>row * bytes
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
    v128.store(place, s0)
    if (quads > 1) v128.store(place, s1, 16)
    if (quads > 2) v128.store(place, s2, 32)
    if (quads > 3) v128.store(place, s3, 48)
  }
}
