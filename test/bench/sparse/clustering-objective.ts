import type { Csr } from '../../../server/analysis/matrix/csr.ts'

/**
 * What every clustering of unit rows is judged by, whoever made it: the mean cosine of a row to the mean direction of its cluster, which is
 * Σ over the clusters of the length of their rows' sum, ÷ rows. 0–1, the larger the better.
 */
export function clusteringObjective({ rows, columns, starts, indices, values }: Csr, assignment: Int32Array): number {
  const k = assignment.reduce((most, cluster) => Math.max(most, cluster + 1), 0)
  const sums = new Float64Array(k * columns)
  for (let row = 0; row < rows; row++) {
    const at = assignment[row] * columns
    for (let e = starts[row]; e < starts[row + 1]; e++) sums[at + indices[e]] += values[e]
  }
  let total = 0
  for (let c = 0; c < k; c++) {
    let square = 0
    for (let term = 0; term < columns; term++) square += sums[c * columns + term] * sums[c * columns + term]
    total += Math.sqrt(square)
  }
  return total / rows
}
