/**
 * Adjusted Rand index of two partitions of the same things: 1 the same, about 0 by chance.
 * Formula: Hubert and Arabie, Journal of Classification 2 (1985). Two partitions into one cluster each agree fully.
 */
export function adjustedRandIndex(a: Int32Array, b: Int32Array): number {
  const n = a.length
  const ka = largest(a) + 1
  const kb = largest(b) + 1
  const table = new Float64Array(ka * kb)
  const rows = new Float64Array(ka)
  const columns = new Float64Array(kb)
  for (let i = 0; i < n; i++) {
    table[a[i] * kb + b[i]]++
    rows[a[i]]++
    columns[b[i]]++
  }
  const pairs = (counts: Float64Array): number => counts.reduce((sum, count) => sum + (count * (count - 1)) / 2, 0)
  const index = pairs(table)
  const sumA = pairs(rows)
  const sumB = pairs(columns)
  const all = (n * (n - 1)) / 2
  const expected = all === 0 ? 0 : (sumA * sumB) / all
  const most = (sumA + sumB) / 2
  return most === expected ? 1 : (index - expected) / (most - expected)
}

function largest(values: Int32Array): number {
  let max = 0
  for (let i = 0; i < values.length; i++) if (values[i] > max) max = values[i]
  return max
}

/** Mean adjusted Rand index over all pairs of partitions; null for fewer than two. */
export function meanAgreement(partitions: readonly Int32Array[]): number | null {
  let sum = 0
  let pairs = 0
  for (let i = 0; i < partitions.length; i++) {
    for (let j = i + 1; j < partitions.length; j++) {
      sum += adjustedRandIndex(partitions[i], partitions[j])
      pairs++
    }
  }
  return pairs === 0 ? null : sum / pairs
}
