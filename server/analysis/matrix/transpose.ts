import type { Csr } from './csr.ts'

/** The transpose of a sparse matrix: rows of the result are columns of the given one, entries ascending. */
export function transpose({ rows, columns, starts, indices, values }: Csr): Csr {
  const counts = new Int32Array(columns + 1)
  for (const column of indices) counts[column + 1]++
  for (let column = 0; column < columns; column++) counts[column + 1] += counts[column]
  const next = counts.slice()
  const to = new Int32Array(indices.length)
  const weights = new Float32Array(indices.length)
  for (let row = 0; row < rows; row++) {
    for (let e = starts[row]; e < starts[row + 1]; e++) {
      const place = next[indices[e]]++
      to[place] = row
      weights[place] = values[e]
    }
  }
  return { rows: columns, columns: rows, starts: counts, indices: to, values: weights }
}
