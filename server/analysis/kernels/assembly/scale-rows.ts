const UNIT: f64 = 32767

/**
 * The rows from…to of a matrix of counts (whole numbers, which count as 255 at most), each as whole numbers of 16 bits that add up to 32,767, but for rounding: what a count is worth
 * (`weights`, 256) times what its column is (`factors`), Float64. `scales` (Float32) gets what 1 stands for in each row.
 */
export function scaleRows(
  from: i32,
  to: i32,
  thread: i32,
  starts: usize,
  indices: usize,
  counts: usize,
  weights: usize,
  factors: usize,
  values: usize,
  scales: usize,
): void {
  for (let row = from; row < to; row++) {
    const begin = <usize>load<i32>(starts + ((<usize>row) << 2))
    const end = <usize>load<i32>(starts + ((<usize>row) << 2), 4)
    let total: f64 = 0
    for (let e = begin; e < end; e++) total += worth(counts, indices, weights, factors, e)
    const perUnit = total > 0 ? UNIT / total : 0
    for (let e = begin; e < end; e++) {
      store<i16>(values + (e << 1), <i16>floor(worth(counts, indices, weights, factors, e) * perUnit + 0.5))
    }
    store<f32>(scales + ((<usize>row) << 2), <f32>(total / UNIT))
  }
}

function worth(counts: usize, indices: usize, weights: usize, factors: usize, e: usize): f64 {
  const count = <usize>min<f32>(255, load<f32>(counts + (e << 2)))
  const column = <usize>load<i32>(indices + (e << 2))
  return load<f64>(weights + (count << 3)) * load<f64>(factors + (column << 3))
}
