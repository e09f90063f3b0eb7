import { munkres } from 'munkres'
import { contingency } from './contingency.ts'

/**
 * Share of the things that are right, 0–1, when each cluster stands for at most one class and each class for at most one cluster, chosen
 * so that the most are right: clustering accuracy by the Hungarian method (Kuhn 1955). Clusters beyond the number of classes are all wrong.
 */
export function matchedAccuracy(classes: Int32Array, clusters: Int32Array): number {
  const table = contingency(classes, clusters)
  if (table.length === 0) return 0
  const right = munkres(table.map((row) => row.map((count) => -count)))
  return right.reduce((sum, [row, column]) => sum + table[row][column], 0) / classes.length
}
