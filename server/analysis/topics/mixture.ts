import { mixtureRound } from '../kernels/mixture-round.ts'
import { log, log2 } from '../math/elementary.ts'
import type { Csr } from '../matrix/csr.ts'
import type { Neighbours } from '../vectors/neighbours.ts'

const PRIOR = 0.1
/** Distinct terms that count as independent evidence, whatever the length of the paper: words of one text come together. */
const INDEPENDENT_TERMS = 12
/** Log-odds that neighbours of one mind bring. */
const NEIGHBOUR_WEIGHT = 5

/**
 * Refines a clustering by a mixture of multinomials over damped counts log₂(1 + tf) · √idf, Dirichlet prior 0.1, soft EM from the
 * clustering given, until fewer than 0.2% of the papers move or `maxRounds`. Two things are added: a paper's words count as twelve
 * independent ones at most, and its neighbours have a say (a hidden Markov random field over their graph), so that the words decide
 * where they are plain, and the neighbourhood where they are not. Returns paper → topic.
 * Sources: Nigam et al., "Text classification from labeled and unlabeled documents using EM", Machine Learning 39 (2000);
 * Basu, Bilenko and Mooney, "A probabilistic framework for semi-supervised clustering", KDD (2004), with the graph for the constraints.
 * `shares`: `neighbourShares` of the neighbours.
 */
export function refineByMixture(
  counts: Csr,
  neighbours: Neighbours,
  shares: Float32Array,
  start: Int32Array,
  k: number,
  maxRounds = 30,
  onDone: (share: number) => void = () => {},
): Int32Array {
  const { rows, columns } = counts
  const damped = damp(counts)
  const termCounts = new Float32Array(columns * k)
  const sizes = new Float64Array(k)
  const trust = new Float32Array(rows)
  let before = new Float32Array(rows * k)
  let after = new Float32Array(rows * k)
  for (let paper = 0; paper < rows; paper++) {
    const c = start[paper]
    sizes[c]++
    before[paper * k + c] = 1
    const [from, to] = [damped.starts[paper], damped.starts[paper + 1]]
    trust[paper] = Math.min(1, INDEPENDENT_TERMS / Math.max(1, to - from))
    for (let e = from; e < to; e++) termCounts[damped.indices[e] * k + c] += damped.values[e]
  }
  const influence = { count: neighbours.count, ids: neighbours.ids, shares, weight: NEIGHBOUR_WEIGHT }
  const logTheta = new Float32Array(columns * k)
  const logPi = new Float64Array(k)
  const assignment = Int32Array.from(start)
  for (let round = 0; round < maxRounds; round++) {
    estimate(termCounts, sizes, columns, k, rows, logTheta, logPi)
    mixtureRound(damped, trust, influence, k, logTheta, logPi, before, after, termCounts, sizes)
    let moved = 0
    for (let paper = 0; paper < rows; paper++) {
      const best = likeliest(after, paper * k, k)
      if (assignment[paper] !== best) moved++
      assignment[paper] = best
    }
    ;[before, after] = [after, before]
    onDone((round + 1) / maxRounds)
    if (moved <= rows * 0.002) break
  }
  return assignment
}

/** Counts log₂(1 + tf), times the root of how rare the term is (ln papers ÷ document frequency), in units of its mean. */
function damp(counts: Csr): Csr {
  const rarity = new Float64Array(counts.columns)
  for (const term of counts.indices) rarity[term]++
  for (let term = 0; term < counts.columns; term++) {
    rarity[term] = rarity[term] > 0 ? Math.sqrt(log((counts.rows + 1) / rarity[term])) : 0
  }
  let mean = 0
  for (const term of counts.indices) mean += rarity[term] / counts.indices.length
  return { ...counts, values: counts.values.map((tf, e) => (log2(1 + tf) * rarity[counts.indices[e]]) / mean) }
}

/** Place of the largest of k numbers; the first of equal ones. */
function likeliest(shares: Float32Array, at: number, k: number): number {
  let best = 0
  for (let c = 1; c < k; c++) if (shares[at + c] > shares[at + best]) best = c
  return best
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
