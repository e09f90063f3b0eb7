import { WHOLE } from './memberships'
import { shareTotal } from './shares'

/**
 * What the neighbours of the papers from…to have to say: `weight` times the share of each by squared similarity, for a unit of a part; 0 for those that are missing (−1) or unlike the paper.
 * `ids` (Int32), `similarity` (Float32): papers × count; `out`: papers × used, Float32.
 */
export function voices(
  from: i32,
  to: i32,
  thread: i32,
  ids: usize,
  similarity: usize,
  count: i32,
  used: i32,
  weight: f32,
  out: usize,
): void {
  for (let paper = from; paper < to; paper++) {
    const first = (<usize>(paper * count)) << 2
    const own = out + ((<usize>(paper * used)) << 2)
    const total = shareTotal(ids + first, similarity + first, used)
    for (let e: usize = 0; e < (<usize>used) << 2; e += 4) {
      const near = load<f32>(similarity + first + e)
      const isHeard = load<i32>(ids + first + e) >= 0 && near > 0
      store<f32>(own + e, isHeard ? <f32>(<f64>(weight / WHOLE) * (<f64>(near * near) / total)) : 0)
    }
  }
}
