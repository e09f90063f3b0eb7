import { bytes, COLUMNS, kindOf, nameEnds, nameStarts, NULL } from './room'
import { columnCount } from './scan-line'

// The names of lines that were met before, and what is read from which: `../wasm-paper-reader.ts` writes them down.

const MOST_SHAPES: i32 = 64
/** Places within a shape: whether its texts hold no markup, the columns of source and `dateInferred` (−1: none), how many columns there are, bytes of their names. */
const PLAIN: usize = 0
const SOURCE: usize = 1
const INFERRED: usize = 2
const WIDTH: usize = 3
const LENGTH: usize = 4
/** Whether a paper had it. */
const USED: usize = 8
/** Field that is read → how many columns, then which, best first: 16 bytes each. */
const FIELDS: usize = 16
/** The names, each with its quotation marks. */
const NAMES: usize = 16 + 18 * 16
/** Field × columns → how often a column served a field. */
const SERVED: usize = 16 + 18 * 16 + 1024
const SHAPE_BYTES: usize = 16 + 18 * 16 + 1024 + 18 * 64 * 4

export const shapes: usize = memory.data(64 * (16 + 18 * 16 + 1024 + 18 * 64 * 4), 16)
let count: i32 = 0

/** What JavaScript has to hear before it reads a line itself: shape << 16, for one that was met; and field + 1 << 8 and column, for one that served. Each may be said again. */
const MOST_NEWS: i32 = 1024
export const news: usize = memory.data(1024 * 4, 16)
let newsCount: i32 = 0

/** Takes the shape that was written behind the last one; false where there is no room for another. */
export function addShape(): bool {
  if (count + 1 === MOST_SHAPES) return false
  count++
  return true
}

/** How many news there are; they are forgotten. */
export function takeNews(): i32 {
  const taken = newsCount
  newsCount = 0
  return taken
}

/** Whether there may be no room for the news of another line. */
export function isFullOfNews(): bool {
  return newsCount > MOST_NEWS - 32
}

/** Address of the shape of the line that was scanned last; 0 for one that is not known. */
export function shapeOfLine(): usize {
  const width = columnCount()
  for (let i = 0; i < count; i++) {
    const shape = shapes + <usize>i * SHAPE_BYTES
    if (load<u8>(shape, WIDTH) === <u8>width && hasNames(shape, width)) return shape
  }
  return 0
}

function hasNames(shape: usize, width: i32): bool {
  let known = shape + NAMES
  const end = known + <usize>load<u32>(shape, LENGTH)
  for (let column = 0; column < width; column++) {
    const place = (<usize>column) << 2
    let at = bytes + <usize>load<u32>(nameStarts + place)
    const after = bytes + <usize>load<u32>(nameEnds + place)
    if (known + (after - at) > end) return false
    while (at < after) if (load<u8>(at++) !== load<u8>(known++)) return false
  }
  return known === end
}

export function isPlainShape(shape: usize): bool {
  return load<u8>(shape, PLAIN) !== 0
}

export function sourceOf(shape: usize): i32 {
  return load<i8>(shape, SOURCE)
}

export function inferredOf(shape: usize): i32 {
  return load<i8>(shape, INFERRED)
}

/** The first column of a field that says something, be it odd; −1 for none. */
export function columnOf(shape: usize, field: i32): i32 {
  const columns = shape + FIELDS + ((<usize>field) << 4)
  const width = load<u8>(columns)
  for (let i: usize = 1; i <= width; i++) {
    const column = <i32>load<u8>(columns + i)
    if (kindOf(column) !== NULL) return column
  }
  return -1
}

/** Counts a paper of a shape. */
export function useShape(shape: usize): void {
  if (load<u8>(shape, USED) !== 0) return
  store<u8>(shape, 1, USED)
  tell(numberOf(shape) << 16)
}

/** Counts that a column served a field. */
export function serve(shape: usize, field: i32, column: i32): void {
  const place = shape + SERVED + ((<usize>(field * COLUMNS + column)) << 2)
  const times = load<u32>(place)
  store<u32>(place, times + 1)
  if (times === 0) tell((numberOf(shape) << 16) | ((field + 1) << 8) | column)
}

function numberOf(shape: usize): i32 {
  return <i32>((shape - shapes) / SHAPE_BYTES)
}

function tell(what: i32): void {
  store<i32>(news + ((<usize>newsCount) << 2), what)
  newsCount++
}
