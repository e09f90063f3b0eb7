/** Scales the rows from…to of a dense matrix (rows × width, Float32) to unit length, in place; rows that are all but zero become zero. */
export function unitRows(from: i32, to: i32, thread: i32, dense: usize, width: i32): void {
  const bytes = (<usize>width) << 2
  for (let row = from; row < to; row++) {
    const at = dense + <usize>row * bytes
    let sum: f64 = 0
    for (let d: usize = 0; d < bytes; d += 4) {
      const value = <f64>load<f32>(at + d)
      sum += value * value
    }
    if (sum < 1e-12) {
      memory.fill(at, 0, bytes)
      continue
    }
    const scale: f64 = 1 / sqrt(sum)
    for (let d: usize = 0; d < bytes; d += 4) store<f32>(at + d, <f32>(<f64>load<f32>(at + d) * scale))
  }
}
