import { kmeans } from 'ml-kmeans'
import type { LatentVectors } from './latent-vectors.ts'
import { meanDirections } from './spherical-k-means.ts'

/**
 * Groups topics by their mean directions in the latent space: topic → theme, themes numbered by their first topic.
 * `rows`: the papers that `latent` speaks of; `assignment`: paper → topic 0…k−1 or −1.
 */
export function groupIntoThemes(
  latent: LatentVectors,
  rows: Int32Array,
  assignment: Int32Array,
  k: number,
  seed: number,
): Int32Array {
  const { dimensions } = latent
  const centroids = new Float32Array(k * dimensions)
  meanDirections(
    latent.vectors,
    latent.rows,
    dimensions,
    rows.map((paper) => assignment[paper]),
    k,
    centroids,
  )
  const themes = themeCount(k)
  if (themes === k || themes === 1) return Int32Array.from({ length: k }, (_, topic) => (themes === 1 ? 0 : topic))
  const points = Array.from({ length: k }, (_, topic) =>
    Array.from(centroids.subarray(topic * dimensions, (topic + 1) * dimensions)),
  )
  let best: { clusters: number[]; error: number } | undefined
  for (let start = 0; start < 20; start++) {
    const { clusters, centroids: means } = kmeans(points, themes, { seed: seed + start, initialization: 'kmeans++' })
    let error = 0
    points.forEach((point, topic) => point.forEach((value, d) => (error += (value - means[clusters[topic]][d]) ** 2)))
    if (best === undefined || error < best.error - 1e-12) best = { clusters, error }
  }
  const numbers = new Map<number, number>()
  return Int32Array.from(best!.clusters, (cluster) => {
    if (!numbers.has(cluster)) numbers.set(cluster, numbers.size)
    return numbers.get(cluster)!
  })
}

/** About the square root of the number of topics; a handful of topics needs no themes above them. */
function themeCount(k: number): number {
  if (k <= 3) return k
  return Math.max(2, Math.min(12, Math.round(Math.sqrt(k))))
}
