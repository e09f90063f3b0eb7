/** A sparse matrix in compressed sparse row form: rows are papers, columns are terms. */
export interface Csr {
  rows: number
  columns: number
  /** Where row i starts in `indices` and `values`: length rows + 1. */
  starts: Int32Array
  /** Column of each entry, ascending within a row. */
  indices: Int32Array
  /** Value of each entry. */
  values: Float32Array
}

/** Scales every row to unit Euclidean length; rows without entries stay as they are. */
export function normalizeRows(matrix: Csr): void {
  const { starts, values } = matrix
  for (let row = 0; row < matrix.rows; row++) {
    let sum = 0
    for (let e = starts[row]; e < starts[row + 1]; e++) sum += values[e] * values[e]
    if (sum === 0) continue
    const scale = 1 / Math.sqrt(sum)
    for (let e = starts[row]; e < starts[row + 1]; e++) values[e] *= scale
  }
}

/** The rows of a matrix in the order given. */
export function selectRows(matrix: Csr, rows: Int32Array): Csr {
  const starts = new Int32Array(rows.length + 1)
  for (let i = 0; i < rows.length; i++) starts[i + 1] = starts[i] + matrix.starts[rows[i] + 1] - matrix.starts[rows[i]]
  const indices = new Int32Array(starts[rows.length])
  const values = new Float32Array(starts[rows.length])
  for (let i = 0; i < rows.length; i++) {
    const shift = matrix.starts[rows[i]] - starts[i]
    for (let e = starts[i]; e < starts[i + 1]; e++) {
      indices[e] = matrix.indices[e + shift]
      values[e] = matrix.values[e + shift]
    }
  }
  return { rows: rows.length, columns: matrix.columns, starts, indices, values }
}

/** A matrix of the columns that `fewest` rows or more have an entry of, and which they were, ascending. It takes over the arrays of the matrix that is given. */
export function dropRareColumns(matrix: Csr, fewest: number): { matrix: Csr; kept: Int32Array } {
  const { rows, columns } = matrix
  const held = new Int32Array(columns)
  for (const column of matrix.indices) held[column]++
  const place = new Int32Array(columns).fill(-1)
  let count = 0
  for (let column = 0; column < columns; column++) if (held[column] >= fewest) place[column] = count++
  const kept = new Int32Array(count)
  for (let column = 0; column < columns; column++) if (place[column] >= 0) kept[place[column]] = column
  const { starts, indices, values } = matrix
  let at = 0
  for (let row = 0, e = 0; row < rows; row++) {
    for (const end = starts[row + 1]; e < end; e++) {
      const column = place[indices[e]]
      if (column < 0) continue
      indices[at] = column
      values[at++] = values[e]
    }
    starts[row + 1] = at
  }
  return {
    matrix: { rows, columns: count, starts, indices: indices.subarray(0, at), values: values.subarray(0, at) },
    kept,
  }
}
