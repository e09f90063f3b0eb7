/**
 * How many entries the rows rows[from…to) (Int32; 0: the rows from…to themselves) have in each column: `counts`, one row of `columns` Int32 a shard of `shard` rows. `starts`, `indices`:
 * Int32.
 */
export function countColumns(
  from: i32,
  to: i32,
  thread: i32,
  rows: usize,
  starts: usize,
  indices: usize,
  columns: i32,
  counts: usize,
  shard: i32,
): void {
  const own = counts + ((<usize>(from / shard) * <usize>columns) << 2)
  memory.fill(own, 0, (<usize>columns) << 2)
  for (let i = from; i < to; i++) {
    const row = rowAt(rows, i)
    const end = (<usize>load<i32>(starts + (row << 2), 4)) << 2
    for (let e = (<usize>load<i32>(starts + (row << 2))) << 2; e < end; e += 4) {
      const at = own + ((<usize>load<i32>(indices + e)) << 2)
      store<i32>(at, load<i32>(at) + 1)
    }
  }
}

/**
 * Writes the entries of the rows from…to where they stand in the transpose. `next`: for each shard and column the place of its next entry, changed;
 * `toIndices`, `toValues`: the transpose.
 */
export function scatterColumns(
  from: i32,
  to: i32,
  thread: i32,
  starts: usize,
  indices: usize,
  values: usize,
  columns: i32,
  next: usize,
  shard: i32,
  toIndices: usize,
  toValues: usize,
): void {
  const own = next + ((<usize>(from / shard) * <usize>columns) << 2)
  for (let row = from; row < to; row++) {
    const end = (<usize>load<i32>(starts + ((<usize>row) << 2), 4)) << 2
    for (let e = (<usize>load<i32>(starts + ((<usize>row) << 2))) << 2; e < end; e += 4) {
      const at = own + ((<usize>load<i32>(indices + e)) << 2)
      const place = load<i32>(at)
      store<i32>(at, place + 1)
      store<i32>(toIndices + ((<usize>place) << 2), row)
      store<f32>(toValues + ((<usize>place) << 2), load<f32>(values + e))
    }
  }
}

/**
 * The same, of the rows rows[from…to) (Int32; 0: the rows from…to themselves), with a row and its value in one entry: the row in the lower 24 bits, the value, a whole number that counts as 255 at most, in the upper 8. `toEntries`: the
 * transpose.
 */
export function packColumns(
  from: i32,
  to: i32,
  thread: i32,
  rows: usize,
  starts: usize,
  indices: usize,
  values: usize,
  columns: i32,
  next: usize,
  shard: i32,
  toEntries: usize,
): void {
  const own = next + ((<usize>(from / shard) * <usize>columns) << 2)
  for (let i = from; i < to; i++) {
    const row = rowAt(rows, i)
    const end = (<usize>load<i32>(starts + (row << 2), 4)) << 2
    for (let e = (<usize>load<i32>(starts + (row << 2))) << 2; e < end; e += 4) {
      const at = own + ((<usize>load<i32>(indices + e)) << 2)
      const place = load<i32>(at)
      store<i32>(at, place + 1)
      const value = <i32>min<f32>(255, load<f32>(values + e))
      store<i32>(toEntries + ((<usize>place) << 2), (<i32>row) | (value << 24))
    }
  }
}

function rowAt(rows: usize, i: i32): usize {
  return <usize>(rows === 0 ? i : load<i32>(rows + ((<usize>i) << 2)))
}
