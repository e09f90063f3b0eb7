import type { Csr } from '../../server/analysis/matrix/csr.ts'

/** A dense matrix as compressed rows. */
export function csr(rows: number[][]): Csr {
  const starts = [0]
  const indices: number[] = []
  const values: number[] = []
  for (const row of rows) {
    row.forEach((value, column) => {
      if (value === 0) return
      indices.push(column)
      values.push(value)
    })
    starts.push(indices.length)
  }
  return {
    rows: rows.length,
    columns: rows[0].length,
    starts: Int32Array.from(starts),
    indices: Int32Array.from(indices),
    values: Float32Array.from(values),
  }
}
