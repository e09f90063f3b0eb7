import type { Witness } from './witness.ts'

/** How well a topic's papers stay together in other runs. */
export interface Stability {
  /** Mean over the runs of the best Jaccard overlap with one of their clusters, 0–1. */
  overlap: number
  /** Runs that saw papers of the topic. */
  compared: number
  /** Runs in which it stays together: a cluster overlaps it by more than half. */
  together: number
}

/** Below this overlap a topic is dissolved in a run. */
const DISSOLVED = 0.5

/**
 * Stability of each topic over the witnesses, on the papers that each of them saw; null where no run saw a paper of it.
 * Source: Hennig, "Cluster-wise assessment of cluster stability", Computational Statistics & Data Analysis 52 (2007), and for the
 * limit of one half, "Dissolution point and isolation robustness", Journal of Multivariate Analysis 99 (2008).
 * `assignment`: paper → topic 0…k−1, −1 for none.
 */
export function topicStability(assignment: Int32Array, k: number, witnesses: readonly Witness[]): (Stability | null)[] {
  const sums = new Float64Array(k)
  const seen = new Int32Array(k)
  const together = new Int32Array(k)
  for (const witness of witnesses) {
    let clusters = 0
    for (const cluster of witness.assignment) if (cluster >= clusters) clusters = cluster + 1
    const overlap = new Int32Array(k * clusters)
    const own = new Int32Array(k)
    const other = new Int32Array(clusters)
    witness.papers.forEach((paper, i) => {
      other[witness.assignment[i]]++
      if (assignment[paper] < 0) return
      own[assignment[paper]]++
      overlap[assignment[paper] * clusters + witness.assignment[i]]++
    })
    for (let c = 0; c < k; c++) {
      if (own[c] === 0) continue
      let best = 0
      for (let d = 0; d < clusters; d++) {
        const both = overlap[c * clusters + d]
        best = Math.max(best, both / (own[c] + other[d] - both))
      }
      sums[c] += best
      seen[c]++
      if (best > DISSOLVED) together[c]++
    }
  }
  return Array.from(sums, (sum, c) =>
    seen[c] === 0 ? null : { overlap: sum / seen[c], compared: seen[c], together: together[c] },
  )
}
