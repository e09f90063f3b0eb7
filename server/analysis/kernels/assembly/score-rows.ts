import { fourGroups, STRIP, threeGroups } from './strip-products'

/**
 * Scores of the rows rows[from…to) (Int32; 0: the rows from…to themselves): their products with k columns, times the scale of the row, times `unit`. `starts`, `indices` (Int32),
 * `values` (Int16): a matrix; `scales`: its rows, Float32; `strips`: ⌈k ÷ 32⌉ of them, `columns` × 32, Int16. `out`: a row of `width` Float32 for each. `scratch`: 128 bytes for each thread.
 */
export function scoreRows(
  from: i32,
  to: i32,
  thread: i32,
  rows: usize,
  starts: usize,
  indices: usize,
  values: usize,
  scales: usize,
  columns: i32,
  strips: usize,
  k: i32,
  unit: f32,
  out: usize,
  width: i32,
  scratch: usize,
): void {
  const sums = scratch + ((<usize>thread) << 7)
  const bytes = (<usize>width) << 2
  for (let first = 0; first < k; first += STRIP) {
    const strip = strips + ((<usize>(first / STRIP) * <usize>columns) << 6)
    const count = min(STRIP, k - first)
    const end = (<usize>min(STRIP, width - first)) << 2
    for (let i = from; i < to; i++) {
      const row = (<usize>(rows === 0 ? i : load<i32>(rows + ((<usize>i) << 2)))) << 2
      const begin = <usize>load<i32>(starts + row)
      const after = <usize>load<i32>(starts + row, 4)
      if (count > 24) fourGroups(indices, values, begin, after, strip, sums)
      else threeGroups(indices, values, begin, after, strip, sums)
      const scale = f32x4.splat(load<f32>(scales + row) * unit)
      const place = out + <usize>i * bytes + ((<usize>first) << 2)
      for (let c: usize = 0; c < end; c += 16) {
        v128.store(place + c, f32x4.mul(f32x4.convert_i32x4_s(v128.load(sums + c)), scale))
      }
    }
  }
}
