import { four } from '../kernels/four.ts'
import { copyFloat32, copyInt32, type Kernels } from '../kernels/kernels.ts'
import { log, log2 } from '../math/elementary.ts'
import type { Csr } from '../matrix/csr.ts'
import { transpose } from '../matrix/transpose.ts'
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
 * `shares`: `neighbourShares` of the neighbours. All in the memory of the kernels.
 */
export function refineByMixture(
  kernels: Kernels,
  counts: Csr,
  neighbours: Neighbours,
  shares: Float32Array,
  start: Int32Array,
  k: number,
  maxRounds = 30,
  onDone: (share: number) => void = () => {},
): Int32Array {
  return kernels.scope(() => {
    const { rows, columns } = counts
    const width = four(k)
    const words = { ...counts, values: copyFloat32(kernels, damp(counts)) }
    const across = transpose(words)
    const byTerm = { ...across, starts: copyInt32(kernels, across.starts), indices: copyInt32(kernels, across.indices) }
    byTerm.values = copyFloat32(kernels, across.values)
    const trust = kernels.float32(rows)
    let before = kernels.float32(rows * width)
    let after = kernels.float32(rows * width)
    for (let paper = 0; paper < rows; paper++) {
      before[paper * width + start[paper]] = 1
      trust[paper] = Math.min(1, INDEPENDENT_TERMS / Math.max(1, words.starts[paper + 1] - words.starts[paper]))
    }
    const influence = { count: neighbours.count, ids: neighbours.ids, shares, weight: NEIGHBOUR_WEIGHT }
    const termCounts = kernels.float32(columns * width)
    const logTheta = kernels.float32(columns * width)
    const logTotals = kernels.float64(k)
    const logPi = kernels.float32(width)
    const assignment = copyInt32(kernels, start)
    for (let round = 0; round < maxRounds; round++) {
      kernels.multiply(byTerm, before, width, termCounts)
      totals(termCounts, columns, width, k, logTotals)
      kernels.logProbabilities(termCounts, columns, width, k, PRIOR, logTotals, logTheta)
      sizes(before, rows, width, k, logPi)
      kernels.multiply(words, logTheta, width, after)
      const moved = kernels.respond(after, rows, width, k, trust, logPi, influence, before, assignment)
      ;[before, after] = [after, before]
      onDone((round + 1) / maxRounds)
      if (moved <= rows * 0.002) break
    }
    return Int32Array.from(assignment)
  })
}

/** Counts log₂(1 + tf), times the root of how rare the term is (ln papers ÷ document frequency), in units of its mean. */
function damp(counts: Csr): Float32Array {
  const rarity = new Float64Array(counts.columns)
  for (const term of counts.indices) rarity[term]++
  for (let term = 0; term < counts.columns; term++) {
    rarity[term] = rarity[term] > 0 ? Math.sqrt(log((counts.rows + 1) / rarity[term])) : 0
  }
  let mean = 0
  for (const term of counts.indices) mean += rarity[term] / counts.indices.length
  return counts.values.map((tf, e) => (log2(1 + tf) * rarity[counts.indices[e]]) / mean)
}

/** ln of the expected counts of each topic, the prior added. */
function totals(termCounts: Float32Array, columns: number, width: number, k: number, out: Float64Array): void {
  out.fill(PRIOR * columns)
  for (let t = 0; t < columns; t++) for (let c = 0; c < k; c++) out[c] += termCounts[t * width + c]
  for (let c = 0; c < k; c++) out[c] = log(out[c])
}

/** ln of the part of the papers that each topic has, with one paper more for each. */
function sizes(shares: Float32Array, rows: number, width: number, k: number, out: Float32Array): void {
  const sums = new Float64Array(k)
  for (let paper = 0; paper < rows; paper++) for (let c = 0; c < k; c++) sums[c] += shares[paper * width + c]
  for (let c = 0; c < k; c++) out[c] = log((sums[c] + 1) / (rows + k))
}
