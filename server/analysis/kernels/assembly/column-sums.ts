/**
 * What the rows from…to of a dense matrix (rows × width, Float32) add up to in each column, and how many of them are not all zeros. `parts`: width + 1 Float64 a shard of
 * `shard` rows.
 */
export function columnSums(from: i32, to: i32, thread: i32, dense: usize, width: i32, parts: usize, shard: i32): void {
  const bytes = (<usize>width) << 2
  const part = parts + <usize>(from / shard) * ((bytes << 1) + 8)
  memory.fill(part, 0, (bytes << 1) + 8)
  let counted: f64 = 0
  for (let row = from; row < to; row++) {
    const at = dense + <usize>row * bytes
    let any = false
    for (let d: usize = 0; d < bytes; d += 4) {
      const value = load<f32>(at + d)
      if (value !== 0) any = true
      store<f64>(part + (d << 1), load<f64>(part + (d << 1)) + <f64>value)
    }
    if (any) counted++
  }
  store<f64>(part + (bytes << 1), counted)
}
