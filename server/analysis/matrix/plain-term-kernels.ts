import { log } from '../math/elementary.ts'
import type { TokenRows } from '../text/token-kernels.ts'
import { type Csr, normalizeRows } from './csr.ts'
import { type FormTerms, LIST } from './form-terms.ts'
import type { TermKernels } from './term-kernels.ts'

/** The kernels over terms in TypeScript: where there is no WebAssembly, and what the others are checked against. */
export const plainTermKernels: TermKernels = {
  int32: (length) => new Int32Array(length),
  float32: (length) => new Float32Array(length),
  countDocuments,
  countColumns,
  weigh,
}

/** Calls `visit` with each term of a paper, in reading order. */
function readTerms(
  { starts, abstractStarts, forms }: TokenRows,
  { own, lists }: FormTerms,
  paper: number,
  visit: (term: number, isTitle: boolean) => void,
): void {
  for (let t = starts[paper]; t < starts[paper + 1]; t++) {
    const form = forms[t]
    const isTitle = t < abstractStarts[paper]
    if (own[form] >= 0) visit(own[form], isTitle)
    if (own[form] > LIST) continue
    const at = LIST - own[form]
    for (let i = at + 1; i <= at + lists[at]; i++) if (lists[i] >= 0) visit(lists[i], isTitle)
  }
}

function countDocuments(rows: TokenRows, terms: FormTerms, termCount: number): Int32Array {
  const documents = new Int32Array(termCount)
  /** Term → 1 + the last paper that has it. */
  const lastOf = new Int32Array(termCount)
  for (let paper = 0; paper < rows.n; paper++) {
    readTerms(rows, terms, paper, (term) => {
      if (lastOf[term] !== paper + 1) documents[term]++
      lastOf[term] = paper + 1
    })
  }
  return documents
}

function countColumns(
  rows: TokenRows,
  unordered: FormTerms,
  columnCount: number,
  titleWeight: number,
  inOrder = (): FormTerms => unordered,
): Csr {
  const columns = inOrder()
  const starts = new Int32Array(rows.n + 1)
  const indices: number[] = []
  const values: number[] = []
  const row = new Float32Array(columnCount)
  for (let paper = 0; paper < rows.n; paper++) {
    const own: number[] = []
    readTerms(rows, columns, paper, (column, isTitle) => {
      if (row[column] === 0) own.push(column)
      row[column] += isTitle ? titleWeight : 1
    })
    own.sort((a, b) => a - b)
    for (const column of own) {
      indices.push(column)
      values.push(row[column])
      row[column] = 0
    }
    starts[paper + 1] = indices.length
  }
  return {
    rows: rows.n,
    columns: columnCount,
    starts,
    indices: Int32Array.from(indices),
    values: Float32Array.from(values),
  }
}

function weigh(counts: Csr, idf: Float64Array, tf: Float64Array): Float32Array {
  const values = new Float32Array(counts.values.length)
  for (let e = 0; e < values.length; e++) {
    const count = counts.values[e]
    values[e] = (count < tf.length ? tf[count] : 1 + log(count)) * idf[counts.indices[e]]
  }
  normalizeRows({ ...counts, values })
  return values
}
