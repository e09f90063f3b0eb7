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
