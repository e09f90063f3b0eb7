import { loadFour, storeWhole, UNIT } from './dots'
import { shareTotal } from './shares'

/**
 * Unit vectors from…to half-way to the mean of their first `used` neighbours of `count`, each with its share, as unit vectors. `vectors`, `out`: n × dimensions, whole
 * numbers of 16 bits; `ids` (Int32), `similarity` (Float32): n × count. `dimensions`: a multiple of four. `scratch`: `dimensions` Float32 for each thread.
 */
export function smooth(
  from: i32,
  to: i32,
  thread: i32,
  vectors: usize,
  dimensions: i32,
  ids: usize,
  similarity: usize,
  count: i32,
  used: i32,
  out: usize,
  scratch: usize,
): void {
  const bytes = (<usize>dimensions) << 1
  const sum = scratch + ((<usize>thread * bytes) << 1)
  for (let i = from; i < to; i++) {
    const own = vectors + <usize>i * bytes
    for (let d: usize = 0; d < bytes; d += 8) v128.store(sum + (d << 1), loadFour(own + d))
    const first = (<usize>(i * count)) << 2
    const total = shareTotal(ids + first, similarity + first, used)
    for (let e = first; e < first + ((<usize>used) << 2); e += 4) {
      const near = load<f32>(similarity + e)
      const other = load<i32>(ids + e)
      if (other < 0 || near <= 0) continue
      const share = f32x4.splat(<f32>(<f64>(near * near) / total))
      const vector = vectors + <usize>other * bytes
      for (let d: usize = 0; d < bytes; d += 8) {
        const at = sum + (d << 1)
        v128.store(at, f32x4.add(v128.load(at), f32x4.mul(share, loadFour(vector + d))))
      }
    }
    let length: f64 = 0
    for (let d: usize = 0; d < bytes; d += 2) {
      const value = <f64>load<f32>(sum + (d << 1))
      length += value * value
    }
    const scale: f32 = length < 1 ? 0 : <f32>(<f64>UNIT / sqrt(length))
    storeWhole(sum, bytes, scale, out + <usize>i * bytes)
  }
}
