import type { Csr } from '../matrix/csr.ts'

/** A sparse matrix of rows of unit length whose values are whole numbers of 16 bits, 1 being `UNIT`. */
export interface WholeRows {
  rows: number
  columns: number
  starts: Int32Array
  indices: Int32Array
  values: Int16Array
}

/** The kernels of spherical k-means on sparse rows. Everything is a whole number, so that sums are the same in any order. */
export interface SparseClusterKernels {
  /** Rows of unit length as whole numbers, rounded, in the memory of the kernels; `starts` and `indices` are those of the matrix. */
  wholeRows(matrix: Csr): WholeRows

  /**
   * Nearest of k centroids for each row, by cosine. `strips`: ⌈k ÷ 32⌉ strips of columns × 32, as `unitStrips` writes them. `assignment` gets the nearest (ties: the lower number),
   * `similarity` its cosine. Returns how many assignments changed.
   */
  assignRows(rows: WholeRows, strips: Int16Array, k: number, assignment: Int32Array, similarity: Float32Array): number

  /** Takes the rows that moved from the sums of the cluster where they were (`before`; −1 for none) to those of the one where they are (`now`). `sums`: k × columns. */
  moveSums(rows: WholeRows, before: Int32Array, now: Int32Array, k: number, sums: Float64Array): void

  /** The sums (k × columns) at unit length, in strips of 32, whole numbers of 16 bits: strips × columns × 32. A sum of zeros leaves what `strips` had. */
  unitStrips(sums: Float64Array, columns: number, k: number, strips: Int16Array): void
}

/** The numbers of the rows whose cluster is another one. */
export function movedRows(before: Int32Array, now: Int32Array, rows: number): Int32Array {
  const moved = new Int32Array(rows)
  let count = 0
  for (let row = 0; row < rows; row++) if (before[row] !== now[row]) moved[count++] = row
  return moved.subarray(0, count)
}
