import { dots, layOutPanels, PANEL } from './dots'

/**
 * The nearest `count` of each vector (whole numbers of 16 bits) in the cells from…to, among the members of the `probes` cells that `order` (cells × probes) names.
 * `cellStarts` (cells + 1), `members`, `order`, `ids` (n × count, filled with −1): Int32; `similarity` (n × count, filled with −2): Float32,
 * nearest first. `scratch`: `scratchBytes` for each thread, room for the panels and the numbers of all candidates of a cell.
 */
export function nearest(
  from: i32,
  to: i32,
  thread: i32,
  vectors: usize,
  dimensions: i32,
  cellStarts: usize,
  members: usize,
  order: usize,
  probes: i32,
  count: i32,
  ids: usize,
  similarity: usize,
  scratch: usize,
  scratchBytes: i32,
): void {
  const bytes = (<usize>dimensions) << 1
  const out = scratch + <usize>thread * <usize>scratchBytes
  for (let cell = from; cell < to; cell++) {
    let candidates = 0
    for (let p = 0; p < probes; p++) candidates += sizeOf(cellStarts, at(order, cell * probes + p))
    const numbers = out + 128
    const panels = numbers + ((((<usize>candidates) << 2) + 63) & ~63)
    let filled: usize = 0
    for (let p = 0; p < probes; p++) {
      const other = at(order, cell * probes + p)
      const size = (<usize>sizeOf(cellStarts, other)) << 2
      memory.copy(numbers + filled, members + ((<usize>at(cellStarts, other)) << 2), size)
      filled += size
    }
    layOutPanels(vectors, dimensions, numbers, candidates, panels)
    const end = at(cellStarts, cell + 1)
    for (let m = at(cellStarts, cell); m < end; m += 2) {
      const i = at(members, m)
      const j = m + 1 < end ? at(members, m + 1) : i
      const first = vectors + <usize>i * bytes
      const second = vectors + <usize>j * bytes
      for (let c = 0; c < candidates; c += PANEL) {
        dots(first, second, panels + <usize>c * bytes, dimensions, out)
        const lanes = min(PANEL, candidates - c)
        keep(i, out, numbers + ((<usize>c) << 2), lanes, count, ids, similarity)
        if (j !== i) keep(j, out + 64, numbers + ((<usize>c) << 2), lanes, count, ids, similarity)
      }
    }
  }
}

/** Puts those of `lanes` candidates that are near enough where they belong among the kept ones of vector i. */
function keep(i: i32, dot: usize, numbers: usize, lanes: i32, count: i32, ids: usize, similarity: usize): void {
  const nearby = ids + ((<usize>(i * count)) << 2)
  const kept = similarity + ((<usize>(i * count)) << 2)
  const last = (<usize>(count - 1)) << 2
  if (!anyAbove(dot, load<f32>(kept + last))) return
  for (let lane = 0; lane < lanes; lane++) {
    const s = load<f32>(dot + ((<usize>lane) << 2))
    if (s <= load<f32>(kept + last)) continue
    const other = at(numbers, lane)
    if (other === i) continue
    let place = last
    while (place > 0 && load<f32>(kept + place - 4) < s) {
      store<f32>(kept + place, load<f32>(kept + place - 4))
      store<i32>(nearby + place, load<i32>(nearby + place - 4))
      place -= 4
    }
    store<f32>(kept + place, s)
    store<i32>(nearby + place, other)
  }
}

/** Whether any of 16 numbers is above a limit: mostly none is. */
function anyAbove(numbers: usize, limit: f32): bool {
  const limits = f32x4.splat(limit)
  const low = v128.or(f32x4.gt(v128.load(numbers), limits), f32x4.gt(v128.load(numbers, 16), limits))
  const high = v128.or(f32x4.gt(v128.load(numbers, 32), limits), f32x4.gt(v128.load(numbers, 48), limits))
  return v128.any_true(v128.or(low, high))
}

function at(array: usize, i: i32): i32 {
  return load<i32>(array + ((<usize>i) << 2))
}

function sizeOf(cellStarts: usize, cell: i32): i32 {
  return at(cellStarts, cell + 1) - at(cellStarts, cell)
}
