import type { Kernels } from '../kernels/kernels.ts'
import type { Csr } from '../matrix/csr.ts'
import { topicCentroids } from './describe-topics.ts'

/** Cosine of centroids from which a tiny topic counts as part of its nearest. */
const MERGE_SIMILARITY = 0.7

/**
 * Numbers topics by falling size (ties: first paper first) and clears away the tiny: fewer than `least` papers join the nearest
 * topic where that is near (cosine ≥ 0.7), else Miscellaneous (−1). The largest topic always stays.
 * `assignment`: paper → cluster, −1 for none. Returns paper → 0…k−1 or −1.
 */
export function tidyTopics(
  kernels: Kernels,
  matrix: Csr,
  assignment: Int32Array,
  clusters: number,
  least: number,
): { assignment: Int32Array; k: number } {
  const tidy = Int32Array.from(assignment)
  const sizes = new Int32Array(clusters)
  for (const cluster of tidy) if (cluster >= 0) sizes[cluster]++
  const largest = sizes.indexOf(sizes.reduce((a, b) => Math.max(a, b), 0))
  const tiny = Array.from(sizes.keys()).filter(
    (cluster) => sizes[cluster] > 0 && sizes[cluster] < least && cluster !== largest,
  )
  if (tiny.length > 0) {
    const { similarity } = kernels.scope(() => topicCentroids(kernels, matrix, tidy, clusters))
    const target = new Map<number, number>()
    for (const cluster of tiny) {
      let nearest = -1
      for (let other = 0; other < clusters; other++) {
        if (sizes[other] < least && other !== largest) continue
        if (nearest < 0 || similarity[cluster * clusters + other] > similarity[cluster * clusters + nearest])
          nearest = other
      }
      target.set(cluster, nearest >= 0 && similarity[cluster * clusters + nearest] >= MERGE_SIMILARITY ? nearest : -1)
    }
    for (let paper = 0; paper < tidy.length; paper++) tidy[paper] = target.get(tidy[paper]) ?? tidy[paper]
  }
  return renumber(tidy)
}

function renumber(assignment: Int32Array): { assignment: Int32Array; k: number } {
  const sizes = new Map<number, number>()
  for (const cluster of assignment) if (cluster >= 0) sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1)
  // A map keeps the order of first appearance, and a stable sort keeps it among equals.
  const order = [...sizes.keys()].sort((a, b) => sizes.get(b)! - sizes.get(a)!)
  const number = new Map(order.map((cluster, i) => [cluster, i]))
  return { assignment: assignment.map((cluster) => number.get(cluster) ?? -1), k: order.length }
}
