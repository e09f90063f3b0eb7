/**
 * Takes what the rows that moved hold of the columns from…to from the sums of the cluster where they were (`before`; −1 for none) to those of the one where they are (`now`),
 * Int32. `starts`, `rows` (Int32), `values` (Float32): the matrix by column; `sums`: columns × width, Float64.
 */
export function moveSums(
  from: i32,
  to: i32,
  thread: i32,
  starts: usize,
  rows: usize,
  values: usize,
  before: usize,
  now: usize,
  width: i32,
  sums: usize,
): void {
  for (let column = from; column < to; column++) {
    const own = sums + ((<usize>column * <usize>width) << 3)
    const end = (<usize>load<i32>(starts + ((<usize>column) << 2), 4)) << 2
    for (let e = (<usize>load<i32>(starts + ((<usize>column) << 2))) << 2; e < end; e += 4) {
      const row = (<usize>load<i32>(rows + e)) << 2
      const old = load<i32>(before + row)
      const next = load<i32>(now + row)
      if (old === next) continue
      const value = <f64>load<f32>(values + e)
      const gains = own + ((<usize>next) << 3)
      store<f64>(gains, load<f64>(gains) + value)
      if (old < 0) continue
      const loses = own + ((<usize>old) << 3)
      store<f64>(loses, load<f64>(loses) - value)
    }
  }
}
