import { exp, log } from '../../math/elementary.ts'
import { type Company, type CompanyKernels, SURELY_LESS } from '../company-kernels.ts'
import { multiply } from './multiply.ts'

/** Finds the company of terms one after the other: `take` gets the columns and the information of each. */
function findCompany(
  { byTerm, byPaper, contexts, logTotals, powers, weights, logAll }: Company,
  from: number,
  to: number,
  take: (columns: number[], information: number[], term: number) => void,
): void {
  const shared = new Float64Array(contexts)
  for (let term = from; term < to; term++) {
    for (let e = byTerm.starts[term]; e < byTerm.starts[term + 1]; e++) {
      const paper = byTerm.indices[e]
      for (let f = byPaper.starts[paper]; f < byPaper.starts[paper + 1]; f++) {
        // The columns of a paper ascend: the contexts come first.
        if (byPaper.indices[f] >= contexts) break
        shared[byPaper.indices[f]] += byTerm.values[e] * byPaper.values[f]
      }
    }
    const least = exp(logTotals[term] - logAll) * SURELY_LESS
    const [columns, information]: [number[], number[]] = [[], []]
    for (let other = 0; other < contexts; other++) {
      if (!(shared[other] > least * weights[other])) continue
      const bits = log(shared[other]) + logAll - logTotals[term] - powers[other]
      if (bits <= 0 || other === term) continue
      columns.push(other)
      information.push(bits)
    }
    shared.fill(0)
    take(columns, information, term)
  }
}

export const companyRows: CompanyKernels['companyRows'] = (company, from, to) => {
  const rows = to - from
  const starts = new Int32Array(rows + 1)
  const [indices, values]: [number[], number[]] = [[], []]
  findCompany(company, from, to, (columns, information, term) => {
    for (const column of columns) indices.push(column)
    for (const bits of information) values.push(bits)
    starts[term - from + 1] = indices.length
  })
  return {
    rows,
    columns: company.contexts,
    starts,
    indices: Int32Array.from(indices),
    values: Float32Array.from(values),
  }
}

export const companyTimes: CompanyKernels['companyTimes'] = (company, from, to, dense, width, out) => {
  findCompany(company, from, to, (columns, information, term) => {
    const row = {
      rows: 1,
      columns: company.contexts,
      starts: Int32Array.of(0, columns.length),
      indices: Int32Array.from(columns),
      values: Float32Array.from(information),
    }
    multiply(row, dense, width, out.subarray((term - from) * width, (term - from + 1) * width))
  })
}
