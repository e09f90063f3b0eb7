/**
 * The `most` terms of the papers from…to that bring most of their cosine to their topic, best first, of equals the lower column. `starts`, `indices`, `values`: papers × terms;
 * `byTerm`: terms × width, Float32; `assignment` (Int32): topic of a paper, −1 for none. `columns` (Int32, −1 for none), `shares` (16 bits, in units, rounded): papers × most.
 * `scratch`: `most` Float64 for each thread.
 */
export function reasons(
  from: i32,
  to: i32,
  thread: i32,
  starts: usize,
  indices: usize,
  values: usize,
  byTerm: usize,
  width: i32,
  assignment: usize,
  most: i32,
  units: f64,
  columns: usize,
  shares: usize,
  scratch: usize,
): void {
  const best = scratch + ((<usize>(thread * most)) << 3)
  for (let paper = from; paper < to; paper++) {
    const own = columns + ((<usize>(paper * most)) << 2)
    const ownShares = shares + ((<usize>(paper * most)) << 1)
    memory.fill(own, 0xff, (<usize>most) << 2)
    memory.fill(ownShares, 0, (<usize>most) << 1)
    const topic = load<i32>(assignment + ((<usize>paper) << 2))
    if (topic < 0) continue
    const end = (<usize>load<i32>(starts + ((<usize>paper) << 2), 4)) << 2
    let count = 0
    let total: f64 = 0
    for (let e = (<usize>load<i32>(starts + ((<usize>paper) << 2))) << 2; e < end; e += 4) {
      const column = load<i32>(indices + e)
      const weight = load<f32>(byTerm + ((<usize>column * <usize>width + <usize>topic) << 2))
      const share = <f64>load<f32>(values + e) * <f64>weight
      if (share <= 0) continue
      total += share
      if (count === most && share <= load<f64>(best + ((<usize>(most - 1)) << 3))) continue
      let place = min(count, most - 1)
      // Columns ascend, so that of equals the lower one stays in front.
      for (; place > 0; place--) {
        const before = load<f64>(best + ((<usize>(place - 1)) << 3))
        if (share <= before) break
        store<f64>(best + ((<usize>place) << 3), before)
        store<i32>(own + ((<usize>place) << 2), load<i32>(own + ((<usize>(place - 1)) << 2)))
      }
      store<f64>(best + ((<usize>place) << 3), share)
      store<i32>(own + ((<usize>place) << 2), column)
      count = min(most, count + 1)
    }
    for (let i = 0; i < count; i++) {
      const share = (load<f64>(best + ((<usize>i) << 3)) / total) * units
      const whole = Math.floor(share)
      store<u16>(ownShares + ((<usize>i) << 1), <u16>(share - whole >= 0.5 ? whole + 1 : whole))
    }
  }
}
