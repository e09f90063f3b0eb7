import type { Eigen } from '../math/symmetric-eigen.ts'
import type { Csr } from '../matrix/csr.ts'
import type { TermKernels } from '../matrix/term-kernels.ts'
import type { BasisKernels } from './basis-kernels.ts'
import type { ClusterKernels } from './cluster-kernels.ts'
import type { CompanyKernels } from './company-kernels.ts'
import type { LayoutKernels } from './layout-kernels.ts'
import type { MixtureKernels } from './mixture-kernels.ts'
import type { NeighbourKernels } from './neighbour-kernels.ts'
import type { TokenKernels } from '../text/token-kernels.ts'
import type { TaskMap } from '../tasks/task.ts'
import type { PhraseKernels } from './phrase-kernels.ts'
import type { SparseClusterKernels } from './sparse-cluster-kernels.ts'
import type { TopicKernels } from './topic-kernels.ts'

/**
 * The hot loops of an analysis, over memory of their own. There are two sets that give the same bits: `plain/` in TypeScript and
 * `assembly/` in WebAssembly, which may run on several threads.
 *
 * Arrays that a kernel reads or writes must come from `float32`, `int32`, `int16`, `float64` or `copy` of the same set. Dense matrices are
 * row-major Float32Arrays whose row length is a multiple of four (the rest zeros). Sums run in Float32, in the order of the items, unless said otherwise. Unit vectors are
 * whole numbers of 16 bits, 1 being `UNIT`: half the memory of Float32, and sums that are the same in any order.
 */
export interface Kernels
  extends
    TokenKernels,
    TermKernels,
    PhraseKernels,
    BasisKernels,
    ClusterKernels,
    CompanyKernels,
    LayoutKernels,
    MixtureKernels,
    NeighbourKernels,
    SparseClusterKernels,
    TopicKernels {
  /** Zeros, as those of `int32`. */
  int16(length: number): Int16Array
  float64(length: number): Float64Array
  /** Not zeros, but whatever stood there: for what is written before it is read, and for room that may not be needed. */
  bareFloat32(length: number): Float32Array
  bareInt16(length: number): Int16Array
  bareInt32(length: number): Int32Array

  /**
   * Does work for which some values are not needed: they may wait elsewhere, and work is given their room. Afterwards they are as they were, and what work asked for
   * is taken back.
   */
  aside<T>(values: readonly (Int32Array | Float32Array | Uint8Array)[], work: () => T): T

  /** Has tasks done, on all threads. */
  map: TaskMap

  /** out = matrix · dense. `dense`: columns × width; `out`: rows × width, overwritten. */
  multiply(matrix: Csr, dense: Float32Array, width: number, out: Float32Array): void

  /** The transpose, in the memory of the kernels; entries ascend within a row. */
  transpose(matrix: Csr): Csr

  /** The rows of a matrix in the order given, in the memory of the kernels. `rows`: numbers, wherever they are. */
  selectRows(matrix: Csr, rows: Int32Array): Csr

  /** out[row] = Σ values · factors[column], in Float64. */
  rowSums(matrix: Csr, factors: Float64Array, out: Float64Array): void

  /** denseᵀ · dense as a new width × width matrix; `dense`: rows × width. Joined from parts as multiples of 2⁻²⁴. */
  gram(dense: Float32Array, rows: number, width: number): Float64Array

  /** `symmetricEigen` of `math/symmetric-eigen.ts`, of a matrix that may be anywhere. */
  symmetricEigen(matrix: Float64Array, n: number): Eigen

  /**
   * out = dense · directions. `dense`: rows × width; `directions`: width × rank; `out`: rows × rank, or `dense` itself where rank is width. `isUpper` (default no):
   * `directions` has nothing below its diagonal.
   */
  rotate(
    dense: Float32Array,
    rows: number,
    width: number,
    directions: Float32Array,
    rank: number,
    out: Float32Array,
    isUpper?: boolean,
  ): void

  /** Multiplies each column (rows × width) by its factor, in place. */
  scaleColumns(dense: Float32Array, rows: number, width: number, factors: Float64Array): void

  /** Scales every row (rows × width) to unit length, in place; rows that are all but zero become zero. */
  unitRows(dense: Float32Array, rows: number, width: number): void

  /** Column sums of a dense matrix, and at the end how many rows are not all zeros: width + 1 numbers. Joined from parts as multiples of 2⁻²⁴. */
  columnSums(dense: Float32Array, rows: number, width: number): Float64Array

  /**
   * Takes `mean` off the rows (rows × width, changed) that are not all zeros, brings them to length `weight` and writes them as unit vectors are written into columns of
   * another matrix (rows × toWidth), from column `at` on; zeros for rows of zeros.
   */
  placeCentred(
    dense: Float32Array,
    rows: number,
    width: number,
    mean: Float32Array,
    weight: number,
    to: Int16Array,
    at: number,
    toWidth: number,
  ): void

  /** Brings rows (rows × width) to the length of unit vectors, in place, where more than rounding keeps them from it; zeros stay. */
  unitVectors(vectors: Int16Array, rows: number, width: number): void

  /** Fills an array with uniform numbers of −½…½, each from its place and the seed. */
  randomNumbers(out: Float32Array, seed: number): void
}

/** Length of a unit vector. */
export const UNIT = 32_767

/** `values`, of any kind, in the memory of the kernels. */
export function copyFloat32(kernels: Kernels, values: ArrayLike<number>): Float32Array {
  const copy = kernels.float32(values.length)
  copy.set(values)
  return copy
}

/** Vectors in the memory of the kernels. */
export function copyInt16(kernels: Kernels, values: ArrayLike<number>): Int16Array {
  const copy = kernels.int16(values.length)
  copy.set(values)
  return copy
}

/** `values` in the memory of the kernels. */
export function copyInt32(kernels: Kernels, values: ArrayLike<number>): Int32Array {
  const copy = kernels.int32(values.length)
  copy.set(values)
  return copy
}

/** A matrix in the memory of the kernels. */
export function copyCsr(kernels: Kernels, { rows, columns, starts, indices, values }: Csr): Csr {
  return {
    rows,
    columns,
    starts: copyInt32(kernels, starts),
    indices: copyInt32(kernels, indices),
    values: copyFloat32(kernels, values),
  }
}
