import type { Csr } from '../../../server/analysis/matrix/csr.ts'

/** Writes rows of a sparse matrix side by side as columns of a dense one (columns × width), whose other entries are zeros. */
export function toDenseColumns(matrix: Csr, rows: readonly number[], width: number, out: Float32Array): void {
  out.fill(0)
  rows.forEach((row, c) => {
    for (let e = matrix.starts[row]; e < matrix.starts[row + 1]; e++) {
      out[matrix.indices[e] * width + c] = matrix.values[e]
    }
  })
}
