/**
 * For each of some papers its most similar neighbours by the cosine of their rows (unit rows, sparse), best first, ties the lower number, and the
 * terms that bring most of each cosine, most first. `starts`, `indices`, `values`: papers × terms; `rows`: the papers that have neighbours; `ids`: rows × count,
 * numbers in `rows`, −1 for none; `order`: all numbers in `rows`, those whose neighbours are the same side by side, of which from…to are places; `found` (papers × most), `terms` (papers × most × termCount): Int32, −1 before; `scores`: papers × most, Float32.
 * `scratch`: `similarScratch` bytes for each thread, zeros, of which the weights and bits of terms are zeros again afterwards.
 */
export function similar(
  from: i32,
  to: i32,
  thread: i32,
  starts: usize,
  indices: usize,
  values: usize,
  columns: i32,
  rows: usize,
  order: usize,
  ids: usize,
  count: i32,
  most: i32,
  termCount: i32,
  found: usize,
  scores: usize,
  terms: usize,
  scratch: usize,
): void {
  // The weights of the paper by term, a bit for each that it has, and the entries of another paper that it shares: bits of all terms stay in the nearest cache, their weights do not.
  const words = (columns + 31) >> 5
  const spread = scratch + <usize>thread * ((<usize>(2 * columns + words)) << 2)
  const bits = spread + ((<usize>columns) << 2)
  const both = bits + ((<usize>words) << 2)
  for (let place = from; place < to; place++) {
    const i = load<i32>(order + ((<usize>place) << 2))
    const paper = load<i32>(rows + ((<usize>i) << 2))
    const first = load<i32>(starts + ((<usize>paper) << 2))
    const end = load<i32>(starts + ((<usize>paper) << 2), 4)
    for (let e = first; e < end; e++) {
      const column = <usize>load<i32>(indices + ((<usize>e) << 2))
      store<f32>(spread + (column << 2), load<f32>(values + ((<usize>e) << 2)))
      const word = bits + ((column >> 5) << 2)
      store<u32>(word, load<u32>(word) | (1 << ((<u32>column) & 31)))
    }
    const places = found + ((<usize>(paper * most)) << 2)
    const kept = scores + ((<usize>(paper * most)) << 2)
    for (let c = 0; c < count; c++) {
      const neighbour = load<i32>(ids + ((<usize>(i * count + c)) << 2))
      if (neighbour < 0) break
      const other = load<i32>(rows + ((<usize>neighbour) << 2))
      let sum: f64 = 0
      const last = sharedEntries(starts, indices, other, bits, both)
      for (let at = both; at < last; at += 4) sum += product(values, indices, spread, load<i32>(at))
      if (<f32>sum > 0) keep(places, kept, most, other, <f32>sum)
    }
    for (let p = 0; p < most; p++) {
      const other = load<i32>(places + ((<usize>p) << 2))
      if (other < 0) break
      const own = terms + ((<usize>((paper * most + p) * termCount)) << 2)
      keepTerms(own, termCount, indices, values, spread, both, sharedEntries(starts, indices, other, bits, both))
    }
    for (let e = first; e < end; e++) {
      const column = <usize>load<i32>(indices + ((<usize>e) << 2))
      store<f32>(spread + (column << 2), 0)
      store<u32>(bits + ((column >> 5) << 2), 0)
    }
  }
}

/** Writes the entries of a row whose terms have a bit to `both`, ascending, without a branch; returns where they end. */
function sharedEntries(starts: usize, indices: usize, row: i32, bits: usize, both: usize): usize {
  const last = load<i32>(starts + ((<usize>row) << 2), 4)
  let to = both
  for (let e = load<i32>(starts + ((<usize>row) << 2)); e < last; e++) {
    const column = <u32>load<i32>(indices + ((<usize>e) << 2))
    store<i32>(to, e)
    to += (<usize>((load<u32>(bits + ((<usize>(column >> 5)) << 2)) >> (column & 31)) & 1)) << 2
  }
  return to
}

function product(values: usize, indices: usize, spread: usize, e: i32): f64 {
  const column = <usize>load<i32>(indices + ((<usize>e) << 2))
  return <f64>load<f32>(values + ((<usize>e) << 2)) * <f64>load<f32>(spread + (column << 2))
}

/** Puts one paper where it belongs among those kept so far. */
function keep(places: usize, kept: usize, most: i32, other: i32, score: f32): void {
  let place = most - 1
  if (!isBehind(places, kept, place, other, score)) return
  for (; place > 0 && isBehind(places, kept, place - 1, other, score); place--) {
    store<i32>(places + ((<usize>place) << 2), load<i32>(places + ((<usize>(place - 1)) << 2)))
    store<f32>(kept + ((<usize>place) << 2), load<f32>(kept + ((<usize>(place - 1)) << 2)))
  }
  store<i32>(places + ((<usize>place) << 2), other)
  store<f32>(kept + ((<usize>place) << 2), score)
}

/** Whether what stands at a place comes after the other paper. */
function isBehind(places: usize, kept: usize, place: i32, other: i32, score: f32): bool {
  const there = load<i32>(places + ((<usize>place) << 2))
  const its = load<f32>(kept + ((<usize>place) << 2))
  return there < 0 || score > its || (score === its && other < there)
}

/** The terms of a row that bring most of its product with the spread one: of its entries that stand from `from` to `to`. */
function keepTerms(own: usize, count: i32, indices: usize, values: usize, spread: usize, from: usize, to: usize): void {
  for (let at = from; at < to; at += 4) {
    const e = load<i32>(at)
    const part = product(values, indices, spread, e)
    if (part <= 0) continue
    let place = count
    while (place > 0) {
      const before = load<i32>(own + ((<usize>(place - 1)) << 2))
      if (before >= 0 && product(values, indices, spread, before) >= part) break
      if (place < count) store<i32>(own + ((<usize>place) << 2), before)
      place--
    }
    if (place < count) store<i32>(own + ((<usize>place) << 2), e)
  }
  // Entries until now, columns from here on.
  for (let place = 0; place < count; place++) {
    const at = own + ((<usize>place) << 2)
    const e = load<i32>(at)
    if (e >= 0) store<i32>(at, load<i32>(indices + ((<usize>e) << 2)))
  }
}
