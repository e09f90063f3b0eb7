/** Copies the rows of a sparse matrix that `rows` (Int32) names at from…to to where `toStarts` says that they begin. Columns and values: four bytes each. */
export function selectRows(
  from: i32,
  to: i32,
  thread: i32,
  rows: usize,
  starts: usize,
  indices: usize,
  values: usize,
  toStarts: usize,
  toIndices: usize,
  toValues: usize,
): void {
  for (let i = from; i < to; i++) {
    const row = (<usize>load<i32>(rows + ((<usize>i) << 2))) << 2
    const first = (<usize>load<i32>(starts + row)) << 2
    const bytes = ((<usize>load<i32>(starts + row, 4)) << 2) - first
    const at = (<usize>load<i32>(toStarts + ((<usize>i) << 2))) << 2
    memory.copy(toIndices + at, indices + first, bytes)
    memory.copy(toValues + at, values + first, bytes)
  }
}
