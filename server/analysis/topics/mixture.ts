import { mixtureRound } from '../kernels/mixture-round.ts'
import { log, log2 } from '../math/elementary.ts'
import type { Csr } from '../matrix/csr.ts'

const PRIOR = 0.1

/** What the mixture says of each paper. */
export interface Mixture {
  /** Paper → topic: length papers. */
  assignment: Int32Array
  /** Paper → responsibility of its topic, 0–1: length papers. */
  confidence: Float32Array
}

/**
 * Refines a clustering by a mixture of multinomials over damped counts log₂(1 + tf), Dirichlet prior 0.1, soft EM from the
 * clustering given, until fewer than 0.05% of the papers move or `maxRounds`.
 * Source: Nigam et al., "Text classification from labeled and unlabeled documents using EM", Machine Learning 39 (2000).
 */
export function refineByMixture(
  counts: Csr,
  start: Int32Array,
  k: number,
  maxRounds = 30,
  onDone: (share: number) => void = () => {},
): Mixture {
  const { rows, columns } = counts
  const damped: Csr = { ...counts, values: counts.values.map((tf) => log2(1 + tf)) }
  const termCounts = new Float32Array(columns * k)
  const sizes = new Float64Array(k)
  for (let paper = 0; paper < rows; paper++) {
    const c = start[paper]
    sizes[c]++
    for (let e = damped.starts[paper]; e < damped.starts[paper + 1]; e++)
      termCounts[damped.indices[e] * k + c] += damped.values[e]
  }
  const logTheta = new Float32Array(columns * k)
  const logPi = new Float64Array(k)
  const assignment = Int32Array.from(start)
  const confidence = new Float32Array(rows).fill(1)
  const previous = Int32Array.from(start)
  for (let round = 0; round < maxRounds; round++) {
    estimate(termCounts, sizes, columns, k, rows, logTheta, logPi)
    mixtureRound(damped, k, logTheta, logPi, termCounts, sizes, assignment, confidence)
    let moved = 0
    for (let paper = 0; paper < rows; paper++) if (assignment[paper] !== previous[paper]) moved++
    onDone((round + 1) / maxRounds)
    if (moved <= rows * 0.0005) break
    previous.set(assignment)
  }
  return { assignment, confidence }
}

/** Term probabilities and sizes from expected counts, with the prior added, as logarithms. */
function estimate(
  termCounts: Float32Array,
  sizes: Float64Array,
  columns: number,
  k: number,
  rows: number,
  logTheta: Float32Array,
  logPi: Float64Array,
): void {
  const totals = new Float64Array(k).fill(PRIOR * columns)
  for (let t = 0; t < columns; t++) for (let c = 0; c < k; c++) totals[c] += termCounts[t * k + c]
  const logTotals = totals.map((total) => log(total))
  for (let t = 0; t < columns; t++) {
    for (let c = 0; c < k; c++) logTheta[t * k + c] = log(termCounts[t * k + c] + PRIOR) - logTotals[c]
  }
  for (let c = 0; c < k; c++) logPi[c] = log((sizes[c] + 1) / (rows + k))
}
