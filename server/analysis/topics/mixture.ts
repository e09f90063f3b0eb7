import { four } from '../kernels/four.ts'
import { copyInt32, type Kernels } from '../kernels/kernels.ts'
import { MEMBERSHIPS, type Memberships, type PackedColumns } from '../kernels/mixture-kernels.ts'
import { headOf } from '../kernels/memberships.ts'
import { log, log2 } from '../math/elementary.ts'
import type { Csr } from '../matrix/csr.ts'
import type { Neighbours } from '../vectors/neighbours.ts'
import { SMOOTHING_NEIGHBOURS } from '../vectors/smooth.ts'

const PRIOR = 0.1
/** Distinct terms that count as independent evidence, whatever the length of the paper: words of one text come together. */
const INDEPENDENT_TERMS = 12
/** Log-odds that neighbours of one mind bring. */
const NEIGHBOUR_WEIGHT = 5
/** Papers that moved in the last round, as a share of all, when no more rounds are worth it. */
const CALM = 0.002
/** A paper that is of one topic by this part waits for so many rounds. */
const SETTLED = 0.99
const WAIT = 3
/** Papers whose likelihoods are held at a time. */
const AT_ONCE = 1 << 16
/** Numbers that say which topics a paper belongs to. */
const PAIRS = MEMBERSHIPS * 2

/** What papers say, damped, by paper and by term; in the memory of the kernels. */
export interface MixtureWords {
  /** papers × terms, what each count is worth: `weights` × `factors`. */
  counts: Csr
  byTerm: PackedColumns
  /** What a count is worth: 256 of them. */
  weights: Float64Array
  /** What a term is worth. */
  factors: Float64Array
}

/**
 * Refines a clustering by a mixture of multinomials over damped counts, Dirichlet prior 0.1, soft EM from the
 * clustering given, until fewer than 0.2% of the papers move or `maxRounds`. Two things are added: a paper's words count as twelve
 * independent ones at most, and its neighbours have a say (a hidden Markov random field over their graph), so that the words decide
 * where they are plain, and the neighbourhood where they are not. Papers that are settled wait in three rounds of four. Returns paper → topic.
 * Sources: Nigam et al., "Text classification from labeled and unlabeled documents using EM", Machine Learning 39 (2000);
 * Basu, Bilenko and Mooney, "A probabilistic framework for semi-supervised clustering", KDD (2004), with the graph for the constraints; Neal and Hinton,
 * "A view of the EM algorithm that justifies incremental, sparse, and other variants" (1998), for the papers that wait.
 * All in the memory of the kernels.
 */
export function refineByMixture(
  kernels: Kernels,
  { counts, byTerm, weights, factors }: MixtureWords,
  neighbours: Neighbours,
  start: Int32Array,
  k: number,
  maxRounds = 30,
  onDone: (share: number) => void = () => {},
): Int32Array {
  return kernels.scope(() => {
    const { rows, columns } = counts
    const width = four(k)
    const trust = kernels.bareFloat32(rows)
    const all = kernels.bareInt32(rows)
    let before: Memberships = { heads: kernels.bareInt32(rows), pairs: kernels.float32(rows * PAIRS) }
    let after: Memberships = { heads: kernels.bareInt32(rows), pairs: kernels.bareFloat32(rows * PAIRS) }
    for (let paper = 0; paper < rows; paper++) {
      all[paper] = paper
      before.pairs[paper * PAIRS] = start[paper]
      before.pairs[paper * PAIRS + 1] = 1
      before.heads[paper] = headOf(before.pairs, paper)
      trust[paper] = Math.min(1, INDEPENDENT_TERMS / Math.max(1, counts.starts[paper + 1] - counts.starts[paper]))
    }
    const used = Math.min(neighbours.count, SMOOTHING_NEIGHBOURS)
    const influence = { ...neighbours, used, weight: NEIGHBOUR_WEIGHT }
    const sums = kernels.float32(columns * width)
    const logTheta = kernels.float32(columns * width)
    const base = kernels.float32(columns * width)
    /** Heads of the papers that wait, or of those that do not; 0 for the others. */
    const some = kernels.bareInt32(rows)
    const logTotals = kernels.float64(k)
    const logPi = kernels.float32(width)
    const assignment = copyInt32(kernels, start)
    /** Looks at some papers again; returns how many moved. Where others wait, whose terms `base` holds, these alone are summed up. */
    const look = (papers: Int32Array, waiting: Uint8Array | null): number => {
      const { pairs } = before
      if (waiting === null) kernels.topicSums(byTerm, weights, factors, before, width, k, sums)
      else {
        for (let paper = 0; paper < rows; paper++) some[paper] = waiting[paper] === 1 ? 0 : before.heads[paper]
        kernels.topicSums(byTerm, weights, factors, { heads: some, pairs }, width, k, sums, base)
      }
      kernels.columnSums(sums, columns, width).forEach((sum, c) => {
        if (c < k) logTotals[c] = log(sum + PRIOR * columns)
      })
      toLogParts(pairs, rows, k, logPi)
      kernels.logProbabilities(sums, columns, width, k, PRIOR, logTotals, logTheta)
      after.heads.set(before.heads)
      after.pairs.set(pairs)
      let moved = 0
      for (let first = 0; first < papers.length; first += AT_ONCE) {
        const few = papers.subarray(first, first + AT_ONCE)
        moved += kernels.scope(() => {
          const scores = kernels.bareFloat32(few.length * width)
          kernels.multiply(counts, logTheta, width, scores, few)
          return kernels.respond(scores, few, width, k, trust, logPi, influence, before, after, assignment)
        })
      }
      ;[before, after] = [after, before]
      return moved
    }
    let waiting: Uint8Array | null = null
    for (let round = 1; round <= maxRounds; round++) {
      const moved = look(all, waiting)
      onDone(round / maxRounds)
      if (moved <= rows * CALM) break
      // What waited has the last word.
      const last = Math.min(round + WAIT, maxRounds - 1)
      const settled = settledOf(before.pairs, rows)
      round = kernels.scope(() => lookAtUnsettled(round, last, settled))
      waiting = settled
    }
    return Int32Array.from(assignment)

    /** Looks at papers that are not settled alone until hardly any moves, or up to a round; returns the number of the last one. */
    function lookAtUnsettled(round: number, last: number, settled: Uint8Array): number {
      for (let paper = 0; paper < rows; paper++) some[paper] = settled[paper] === 1 ? before.heads[paper] : 0
      kernels.topicSums(byTerm, weights, factors, { heads: some, pairs: before.pairs }, width, k, base)
      const unsettled = copyInt32(
        kernels,
        all.filter((paper) => settled[paper] === 0),
      )
      while (round < last) {
        round++
        const isCalm = look(unsettled, settled) <= rows * CALM
        onDone(round / maxRounds)
        if (isCalm) break
      }
      return round
    }
  })
}

/**
 * Counts as the mixture takes them: log₂(1 + tf), times the root of how rare the term is (ln papers ÷ document frequency), in units of its mean. The counts given are damped
 * in place, and are nobody's afterwards.
 */
export function mixtureWords(kernels: Kernels, counts: Csr): MixtureWords {
  const byTerm = kernels.packColumns(counts)
  const factors = kernels.float64(counts.columns)
  let mean = 0
  for (let term = 0; term < counts.columns; term++) {
    const papers = byTerm.starts[term + 1] - byTerm.starts[term]
    factors[term] = papers > 0 ? Math.sqrt(log((counts.rows + 1) / papers)) : 0
    mean += (factors[term] * papers) / counts.indices.length
  }
  for (let term = 0; term < counts.columns; term++) factors[term] /= mean
  const weights = kernels.float64(256)
  for (let tf = 0; tf < weights.length; tf++) weights[tf] = log2(1 + tf)
  kernels.weighCounts(counts, weights, factors)
  return { counts, byTerm, weights, factors }
}

/** Paper → 1 where it is of one topic, all but. */
function settledOf(pairs: Float32Array, papers: number): Uint8Array {
  const settled = new Uint8Array(papers)
  for (let paper = 0; paper < papers; paper++) settled[paper] = pairs[paper * PAIRS + 1] < SETTLED ? 0 : 1
  return settled
}

/** ln of the part of the papers that each topic has, with one paper more for each. */
function toLogParts(members: Float32Array, papers: number, k: number, logPi: Float32Array): void {
  const sizes = new Float64Array(k)
  for (let first = 0; first < papers * PAIRS; first += PAIRS) {
    for (let at = first; at < first + PAIRS && members[at + 1] > 0; at += 2) sizes[members[at]] += members[at + 1]
  }
  for (let c = 0; c < k; c++) logPi[c] = log((sizes[c] + 1) / (papers + k))
}
