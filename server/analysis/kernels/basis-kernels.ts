import type { Csr } from '../matrix/csr.ts'

/** Columns of a panel: a row of one fills a line of the cache. */
export const PANEL = 16

/**
 * The kernels that find the main directions of a sparse matrix. A panel is 16 columns of a dense matrix: rows × 16, row-major, Float32; several panels lie one
 * after the other.
 */
export interface BasisKernels {
  /** out = matrixᵀ · (matrix · panel), both products in one walk through the rows. `panel`, `out`: columns × 16. Joined from parts as multiples of 2⁻²⁴. */
  normalProduct(matrix: Csr, panel: Float32Array, out: Float32Array): void

  /** out = matrixᵀ · rows × 16 uniform random numbers of −½…½, each from its place and the seed. `out`: columns × 16. Joined as in `normalProduct`. */
  randomMixture(matrix: Csr, seed: number, out: Float32Array): void

  /**
   * The products of the columns of `count` panels with those of another panel: count · 16 × 16 numbers. Sums run in Float32 over 256 rows, then in Float64; joined from parts
   * as multiples of 2⁻²⁴.
   */
  panelProducts(panels: Float32Array, count: number, rows: number, panel: Float32Array): Float64Array

  /**
   * Adds `count` panels, times `factors` (count · 16 × width, Float32), to `out` (rows × width, width a multiple of four), which is none of them. `isFirst`: to zeros, whatever
   * stood in `out`.
   */
  mixPanels(
    panels: Float32Array,
    count: number,
    rows: number,
    factors: Float32Array,
    width: number,
    out: Float32Array,
    isFirst: boolean,
  ): void
}

/** Rows of a matrix that one thread adds up: the same however many threads there are. */
export function normalRows(rows: number): number {
  return Math.max(1024, Math.ceil(rows / 8))
}
