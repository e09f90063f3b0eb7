/**
 * The rows from…to of a matrix of counts (whole numbers, which count as 255 at most), in place: what a count is worth (`weights`, 256) times what its column is (`factors`),
 * Float64.
 */
export function weighCounts(
  from: i32,
  to: i32,
  thread: i32,
  starts: usize,
  indices: usize,
  values: usize,
  weights: usize,
  factors: usize,
): void {
  const end = (<usize>load<i32>(starts + ((<usize>to) << 2))) << 2
  for (let e = (<usize>load<i32>(starts + ((<usize>from) << 2))) << 2; e < end; e += 4) {
    const count = <usize>min<f32>(255, load<f32>(values + e))
    const factor = load<f64>(factors + ((<usize>load<i32>(indices + e)) << 3))
    store<f32>(values + e, <f32>(load<f64>(weights + (count << 3)) * factor))
  }
}
