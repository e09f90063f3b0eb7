import type { TokenRows } from '../text/token-kernels.ts'
import type { Csr } from './csr.ts'
import type { FormTerms } from './form-terms.ts'

/** The hot loops that make a matrix of tokens. `plain-term-kernels` has them in TypeScript, `Kernels` has all of them compiled; rows must be in the memory of the kernels. */
export interface TermKernels {
  /** Zeros. Valid until the scope ends in which they were asked for. */
  int32(length: number): Int32Array
  float32(length: number): Float32Array

  /** Term → papers that hold it; `termCount` numbers. */
  countDocuments(rows: TokenRows, terms: FormTerms, termCount: number): Int32Array

  /**
   * How often each column is in each paper, words of the title counting `titleWeight`; entries ascend within a row. In the memory of the kernels. `inOrder` gives the columns by other
   * numbers, those of the answer; it is called once, while other threads may have begun to count, and may ask for nothing of the kernels.
   */
  countColumns(
    rows: TokenRows,
    columns: FormTerms,
    columnCount: number,
    titleWeight: number,
    inOrder?: () => FormTerms,
  ): Csr

  /** Values of the TF-IDF (`tf-idf.ts`), in the memory of the kernels. `idf`: of each column; `tf`: 1 + ln of the counts below its length, 0 for 0. */
  weigh(counts: Csr, idf: Float64Array, tf: Float64Array): Float32Array
}
