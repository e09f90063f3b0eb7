/**
 * Adds to the sums of the clusters from…to what the rows bring that came to them, and takes off what those had that left. `moved` (Int32): numbers of `count` rows; `before`, `now`
 * (Int32; −1 for none): clusters of all rows; `starts`, `indices` (Int32), `values` (Int16): the rows; `sums`: k × columns, Float64, whole numbers.
 */
export function moveSums(
  from: i32,
  to: i32,
  thread: i32,
  moved: usize,
  count: i32,
  before: usize,
  now: usize,
  starts: usize,
  indices: usize,
  values: usize,
  columns: i32,
  sums: usize,
): void {
  for (let cluster = from; cluster < to; cluster++) {
    const own = sums + ((<usize>cluster * <usize>columns) << 3)
    for (let i: usize = 0; i < (<usize>count) << 2; i += 4) {
      const row = (<usize>load<i32>(moved + i)) << 2
      const gains = load<i32>(now + row) === cluster
      if (!gains && load<i32>(before + row) !== cluster) continue
      const end = (<usize>load<i32>(starts + row, 4)) << 1
      for (let e = (<usize>load<i32>(starts + row)) << 1; e < end; e += 2) {
        const value = <f64>load<i16>(values + e)
        const at = own + ((<usize>load<i32>(indices + (e << 1))) << 3)
        store<f64>(at, load<f64>(at) + (gains ? value : -value))
      }
    }
  }
}
