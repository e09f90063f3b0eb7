/**
 * The largest of the first k numbers of each of the rows from…to (rows × width, Float32): `assignment` (Int32) gets its column (ties: the lower), `values` (Float32) the number,
 * `changed` (Int32, one a shard of `shard` rows) how many columns are others than before.
 */
export function largest(
  from: i32,
  to: i32,
  thread: i32,
  scores: usize,
  width: i32,
  k: i32,
  assignment: usize,
  values: usize,
  changed: usize,
  shard: i32,
): void {
  let moved = 0
  for (let i = from; i < to; i++) {
    const row = scores + ((<usize>i * <usize>width) << 2)
    let best = 0
    let high: f32 = -Infinity
    for (let c = 0; c < k; c++) {
      const value = load<f32>(row + ((<usize>c) << 2))
      if (value > high) {
        high = value
        best = c
      }
    }
    const at = (<usize>i) << 2
    if (load<i32>(assignment + at) !== best) moved++
    store<i32>(assignment + at, best)
    store<f32>(values + at, high)
  }
  store<i32>(changed + ((<usize>(from / shard)) << 2), moved)
}
