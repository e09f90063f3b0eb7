import { contingency } from './contingency.ts'

/**
 * Normalised mutual information of two partitions of the same things, 0–1: I(a; b) ÷ arithmetic mean of H(a) and H(b).
 * Formula: Vinh, Epps and Bailey, JMLR 11 (2010), NMI_sum; scikit-learn's default. Two partitions into one cluster each agree fully.
 */
export function normalizedMutualInformation(a: Int32Array, b: Int32Array): number {
  const table = contingency(a, b)
  const n = a.length
  const rows = table.map(sum)
  const columns = (table[0] ?? []).map((_, j) => sum(table.map((row) => row[j])))
  let information = 0
  table.forEach((row, i) =>
    row.forEach((count, j) => {
      if (count > 0) information += (count / n) * Math.log((n * count) / (rows[i] * columns[j]))
    }),
  )
  const entropies = entropy(rows, n) + entropy(columns, n)
  // What rounding leaves of no information must not show as a negative share.
  return entropies === 0 ? 1 : Math.min(1, Math.max(0, (2 * information) / entropies))
}

function entropy(counts: readonly number[], n: number): number {
  return -sum(counts.map((count) => (count === 0 ? 0 : (count / n) * Math.log(count / n))))
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
