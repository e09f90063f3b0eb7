import type { Graph } from '../map/neighbour-graph.ts'
import type { Random } from '../math/random.ts'

const NEGATIVES = 5
const LONGEST_STEP = 4

/**
 * One round of stochastic descent on UMAP's objective with the kernel 1 / (1 + d²): joined papers pull each other,
 * random ones push. `due[e]` is the round at which edge e comes next, `every[e]` its interval; `place`: n × 2, changed.
 */
export function layoutRound(
  graph: Graph,
  n: number,
  round: number,
  rate: number,
  every: Float32Array,
  due: Float32Array,
  place: Float32Array,
  random: Random,
): void {
  const { from, to } = graph
  for (let e = 0; e < from.length; e++) {
    if (due[e] > round) continue
    due[e] += every[e]
    const a = from[e] * 2
    const b = to[e] * 2
    const dx = place[a] - place[b]
    const dy = place[a + 1] - place[b + 1]
    const pull = -2 / (1 + dx * dx + dy * dy)
    const px = limit(pull * dx) * rate
    const py = limit(pull * dy) * rate
    place[a] += px
    place[a + 1] += py
    place[b] -= px
    place[b + 1] -= py
    for (let s = 0; s < NEGATIVES; s++) {
      const other = random.below(n) * 2
      if (other === a) continue
      const qx = place[a] - place[other]
      const qy = place[a + 1] - place[other + 1]
      const squared = qx * qx + qy * qy
      const push = 2 / ((0.001 + squared) * (1 + squared))
      place[a] += limit(push * qx) * rate
      place[a + 1] += limit(push * qy) * rate
    }
  }
}

function limit(step: number): number {
  return step > LONGEST_STEP ? LONGEST_STEP : step < -LONGEST_STEP ? -LONGEST_STEP : step
}
