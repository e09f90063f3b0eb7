/**
 * How the papers from…to stand to k topics. `cosines`: a row of `width` Float32 for each; `lengths`: k Float64; `assignment` (Int32, −1 for none), `score`, `withoutSelf`,
 * `runnerUpScore` (Float32) and `runnerUp` (Int32): one for each.
 */
export function stand(
  from: i32,
  to: i32,
  thread: i32,
  cosines: usize,
  width: i32,
  k: i32,
  lengths: usize,
  assignment: usize,
  score: usize,
  withoutSelf: usize,
  runnerUp: usize,
  runnerUpScore: usize,
): void {
  for (let paper = from; paper < to; paper++) {
    const place = (<usize>paper) << 2
    const row = cosines + ((<usize>paper * <usize>width) << 2)
    const own = load<i32>(assignment + place)
    let second = -1
    let most: f32 = 0
    for (let c = 0; c < k; c++) {
      const cosine = load<f32>(row + ((<usize>c) << 2))
      if (c === own || (second >= 0 && !(cosine > most))) continue
      second = c
      most = cosine
    }
    store<i32>(runnerUp + place, second)
    store<f32>(runnerUpScore + place, most)
    if (own < 0) {
      store<f32>(score + place, 0)
      store<f32>(withoutSelf + place, 0)
      continue
    }
    const cosine = load<f32>(row + ((<usize>own) << 2))
    const length = load<f64>(lengths + ((<usize>own) << 3))
    const rest = length * length - 2 * <f64>cosine * length + 1
    store<f32>(score + place, cosine)
    store<f32>(withoutSelf + place, rest < 1e-9 ? 0 : <f32>max<f64>(0, (<f64>cosine * length - 1) / sqrt(rest)))
  }
}
