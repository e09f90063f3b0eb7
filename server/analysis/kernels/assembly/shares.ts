/** What the squared similarities of a paper's first `used` neighbours add up to; those that are missing (−1) or unlike it have no share. */
export function shareTotal(ids: usize, similarity: usize, used: i32): f64 {
  let total: f64 = 0
  for (let e: usize = 0; e < (<usize>used) << 2; e += 4) {
    const near = load<f32>(similarity + e)
    if (load<i32>(ids + e) >= 0 && near > 0) total += <f64>(near * near)
  }
  return total
}
