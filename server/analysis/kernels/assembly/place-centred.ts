import { storeWhole, UNIT } from './dots'

/**
 * Takes a mean (width, Float32) off the rows from…to that are not all zeros and writes them, brought to length `weight`, as whole numbers of 16 bits into columns of another
 * matrix, where a unit is 32,767, zeros for the others. `dense`: rows × width, Float32, changed; `to`: where the columns begin in the first row of the other matrix, whose rows are `toWidth` long.
 */
export function placeCentred(
  from: i32,
  until: i32,
  thread: i32,
  dense: usize,
  width: i32,
  mean: usize,
  weight: f64,
  to: usize,
  toWidth: i32,
): void {
  const bytes = (<usize>width) << 2
  for (let row = from; row < until; row++) {
    const at = dense + <usize>row * bytes
    let any = v128.load(at)
    for (let d: usize = 16; d < bytes; d += 16) any = v128.or(any, v128.load(at + d))
    const place = to + ((<usize>row * <usize>toWidth) << 1)
    if (!v128.any_true(any)) {
      memory.fill(place, 0, bytes >> 1)
      continue
    }
    let sum: f64 = 0
    for (let d: usize = 0; d < bytes; d += 4) {
      const value = load<f32>(at + d) - load<f32>(mean + d)
      store<f32>(at + d, value)
      sum += <f64>value * <f64>value
    }
    if (sum < 1e-12) {
      memory.fill(place, 0, bytes >> 1)
      continue
    }
    const scale = <f32>((weight * <f64>UNIT) / sqrt(sum))
    storeWhole(at, bytes >> 1, scale, place)
  }
}
