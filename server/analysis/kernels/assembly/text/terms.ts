import { log } from '../elementary'
import { at } from './places'

/** As in `matrix/form-terms.ts`: a form's term, or the list that it counts as. */
const LIST: i32 = -2

/**
 * Adds the papers from…to to the counts of their terms. `counts`: for each thread, and none and each of `terms`, the last paper that has it and how many have; zeros before the first
 * call. Most words are no terms, or were met before in their paper, and which ones cannot be foreseen: so none is passed over, and what is no term has a count of its own.
 */
export function countDocuments(
  from: i32,
  to: i32,
  thread: i32,
  starts: usize,
  forms: usize,
  own: usize,
  lists: usize,
  counts: usize,
  terms: i32,
): void {
  const here = counts + ((<usize>thread * <usize>(terms + 1)) << 3) + 8
  for (let paper = from; paper < to; paper++) {
    const end = at(starts, paper + 1)
    for (let t = at(starts, paper); t < end; t++) {
      const term = at(own, at(forms, t))
      if (term > LIST) note(here, term, paper + 1)
      else {
        const list = lists + ((<usize>(LIST - term)) << 2)
        for (let i = 1, n = load<i32>(list); i <= n; i++) note(here, at(list, i), paper + 1)
      }
    }
  }
}

function note(counts: usize, term: i32, mark: i32): void {
  const place = counts + ((<usize>term) << 3)
  const isNew = load<i32>(place) !== mark ? 1 : 0
  store<i32>(place, mark)
  store<i32>(place, load<i32>(place, 4) + isNew, 4)
}

/** How many columns each paper from…to has. `last`: for each thread, none and each column a number, zeros before the first call. */
export function countEntries(
  from: i32,
  to: i32,
  thread: i32,
  starts: usize,
  forms: usize,
  own: usize,
  lists: usize,
  last: usize,
  columns: i32,
  counts: usize,
): void {
  const here = last + ((<usize>thread * <usize>(columns + 1)) << 2) + 4
  for (let paper = from; paper < to; paper++) {
    const mark = paper + 1
    // None is no column, and counts as one that was met.
    store<i32>(here - 4, mark)
    let count: i32 = 0
    const end = at(starts, paper + 1)
    for (let t = at(starts, paper); t < end; t++) {
      const column = at(own, at(forms, t))
      if (column > LIST) count += meet(here, column, mark)
      else {
        const list = lists + ((<usize>(LIST - column)) << 2)
        for (let i = 1, n = load<i32>(list); i <= n; i++) count += meet(here, at(list, i), mark)
      }
    }
    store<i32>(counts + ((<usize>paper) << 2), count)
  }
}

function meet(last: usize, column: i32, mark: i32): i32 {
  const place = last + ((<usize>column) << 2)
  const isNew = load<i32>(place) !== mark ? 1 : 0
  store<i32>(place, mark)
  return isNew
}

/**
 * Writes the rows of the papers from…to. `scratch`, for each thread `scratchBytes`, zeros before and after: a Float32 for none and each column, then a bit for each, then a bit for each 64
 * of those.
 */
export function fillEntries(
  from: i32,
  to: i32,
  thread: i32,
  starts: usize,
  abstractStarts: usize,
  forms: usize,
  own: usize,
  lists: usize,
  scratch: usize,
  scratchBytes: i32,
  columns: i32,
  titleWeight: i32,
  entryStarts: usize,
  indices: usize,
  values: usize,
): void {
  const row = scratch + <usize>thread * <usize>scratchBytes + 4
  const bits = scratch + <usize>thread * <usize>scratchBytes + ((((<usize>columns + 2) << 2) + 7) & ~7)
  const words = (columns + 64) >> 6
  const summary = bits + ((<usize>words) << 3)
  for (let paper = from; paper < to; paper++) {
    const abstract = at(abstractStarts, paper)
    const end = at(starts, paper + 1)
    for (let t = at(starts, paper); t < end; t++) {
      const weight: f32 = t < abstract ? <f32>titleWeight : 1
      const column = at(own, at(forms, t))
      if (column > LIST) addWeight(row, bits, summary, column, weight)
      else {
        const list = lists + ((<usize>(LIST - column)) << 2)
        for (let i = 1, n = load<i32>(list); i <= n; i++) addWeight(row, bits, summary, at(list, i), weight)
      }
    }
    takeRow(row, bits, summary, words, ((<usize>at(entryStarts, paper)) << 2) + indices, values - indices)
  }
}

/** Adds to the weight of a column, or of none, and sets its bits. */
function addWeight(row: usize, bits: usize, summary: usize, column: i32, weight: f32): void {
  const place = row + ((<usize>column) << 2)
  store<f32>(place, load<f32>(place) + weight)
  const bit = column + 1
  const word = bits + ((<usize>(bit >> 6)) << 3)
  store<u64>(word, load<u64>(word) | (1 << ((<u64>bit) & 63)))
  const upper = summary + ((<usize>(bit >> 12)) << 3)
  store<u64>(upper, load<u64>(upper) | (1 << (((<u64>bit) >> 6) & 63)))
}

/** Writes the columns whose bits are set, in their order, from `place` on, and their weights `shift` bytes behind; clears everything. */
function takeRow(row: usize, bits: usize, summary: usize, words: i32, first: usize, shift: usize): void {
  let place = first
  store<f32>(row - 4, 0)
  store<u64>(bits, load<u64>(bits) & ~1)
  for (let upper = 0; upper < words; upper += 64) {
    const at = summary + ((<usize>(upper >> 6)) << 3)
    let left = load<u64>(at)
    store<u64>(at, 0)
    while (left !== 0) {
      const word = upper + <i32>ctz(left)
      left &= left - 1
      const set = bits + ((<usize>word) << 3)
      let columns = load<u64>(set)
      store<u64>(set, 0)
      while (columns !== 0) {
        const column = (word << 6) + <i32>ctz(columns) - 1
        columns &= columns - 1
        const weight = row + ((<usize>column) << 2)
        store<i32>(place, column)
        store<f32>(place + shift, load<f32>(weight))
        store<f32>(weight, 0)
        place += 4
      }
    }
  }
}

/** TF-IDF of the rows from…to, scaled to unit length. `tf`: of counts below `small`; both it and `idf` are Float64. */
export function weigh(
  from: i32,
  to: i32,
  thread: i32,
  starts: usize,
  indices: usize,
  counts: usize,
  idf: usize,
  tf: usize,
  small: i32,
  values: usize,
): void {
  for (let row = from; row < to; row++) {
    const first = (<usize>at(starts, row)) << 2
    const end = (<usize>at(starts, row + 1)) << 2
    let most: i32 = 0
    let sum: f64 = 0
    for (let e = first; e < end; e += 4) {
      const count = <i32>load<f32>(counts + e)
      most = max(most, count)
      const frequency = load<f64>(tf + ((<usize>min(count, small - 1)) << 3))
      const value = <f32>(frequency * load<f64>(idf + ((<usize>load<i32>(indices + e)) << 3)))
      store<f32>(values + e, value)
      sum += <f64>value * <f64>value
    }
    // Hardly ever; a call within the loop above would take more than half of its time.
    if (most >= small) sum = weighLarge(first, end, indices, counts, idf, tf, small, values)
    if (sum === 0) continue
    const scale = 1 / Math.sqrt(sum)
    for (let e = first; e < end; e += 4) store<f32>(values + e, <f32>(<f64>load<f32>(values + e) * scale))
  }
}

/** The same of a row in which a term stands `small` times or more; its sum of squares. */
function weighLarge(
  first: usize,
  end: usize,
  indices: usize,
  counts: usize,
  idf: usize,
  tf: usize,
  small: i32,
  values: usize,
): f64 {
  let sum: f64 = 0
  for (let e = first; e < end; e += 4) {
    const count = load<f32>(counts + e)
    const frequency = count < <f32>small ? load<f64>(tf + ((<usize>(<i32>count)) << 3)) : 1 + log(<f64>count)
    const value = <f32>(frequency * load<f64>(idf + ((<usize>load<i32>(indices + e)) << 3)))
    store<f32>(values + e, value)
    sum += <f64>value * <f64>value
  }
  return sum
}
