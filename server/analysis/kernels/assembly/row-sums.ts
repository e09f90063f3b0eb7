/** out[row] = what the rows from…to add up to, each entry times the factor of its column, in Float64 and in the order of the entries. `factors`, `out`: Float64. */
export function rowSums(
  from: i32,
  to: i32,
  thread: i32,
  starts: usize,
  indices: usize,
  values: usize,
  factors: usize,
  out: usize,
): void {
  for (let row = from; row < to; row++) {
    const end = (<usize>load<i32>(starts + ((<usize>row) << 2), 4)) << 2
    let sum: f64 = 0
    for (let e = (<usize>load<i32>(starts + ((<usize>row) << 2))) << 2; e < end; e += 4) {
      sum += <f64>load<f32>(values + e) * load<f64>(factors + ((<usize>load<i32>(indices + e)) << 3))
    }
    store<f64>(out + ((<usize>row) << 3), sum)
  }
}
