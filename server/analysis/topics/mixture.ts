import { four } from '../kernels/four.ts'
import { copyCsr, copyFloat32, copyInt32, type Kernels, MEMBERSHIPS } from '../kernels/kernels.ts'
import { log, log2 } from '../math/elementary.ts'
import { type Csr, selectRows } from '../matrix/csr.ts'
import type { Neighbours } from '../vectors/neighbours.ts'

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

/**
 * Refines a clustering by a mixture of multinomials over damped counts, Dirichlet prior 0.1, soft EM from the
 * clustering given, until fewer than 0.2% of the papers move or `maxRounds`. Two things are added: a paper's words count as twelve
 * independent ones at most, and its neighbours have a say (a hidden Markov random field over their graph), so that the words decide
 * where they are plain, and the neighbourhood where they are not. Papers that are settled wait in three rounds of four. Returns paper → topic.
 * Sources: Nigam et al., "Text classification from labeled and unlabeled documents using EM", Machine Learning 39 (2000);
 * Basu, Bilenko and Mooney, "A probabilistic framework for semi-supervised clustering", KDD (2004), with the graph for the constraints; Neal and Hinton,
 * "A view of the EM algorithm that justifies incremental, sparse, and other variants" (1998), for the papers that wait.
 * `words`: counts as `dampCounts` leaves them; `shares`: `neighbourShares` of the neighbours. All in the memory of the kernels.
 */
export function refineByMixture(
  kernels: Kernels,
  words: Csr,
  neighbours: Neighbours,
  shares: Float32Array,
  start: Int32Array,
  k: number,
  maxRounds = 30,
  onDone: (share: number) => void = () => {},
): Int32Array {
  return kernels.scope(() => {
    const { rows, columns } = words
    const width = four(k)
    const byTerm = kernels.transpose(words)
    const lengths = lengthsOf(words)
    const trust = kernels.float32(rows)
    const all = kernels.int32(rows)
    let before = kernels.float32(rows * PAIRS)
    let after = kernels.float32(rows * PAIRS)
    for (let paper = 0; paper < rows; paper++) {
      all[paper] = paper
      before[paper * PAIRS] = start[paper]
      before[paper * PAIRS + 1] = 1
      trust[paper] = Math.min(1, INDEPENDENT_TERMS / Math.max(1, words.starts[paper + 1] - words.starts[paper]))
    }
    const influence = { count: neighbours.count, ids: neighbours.ids, shares, weight: NEIGHBOUR_WEIGHT }
    const sums = kernels.float32(columns * width)
    const logTheta = kernels.float32(columns * width)
    const logTotals = kernels.float64(k)
    const logPi = kernels.float32(width)
    const assignment = copyInt32(kernels, start)
    /** Looks at some papers again, their words given in the same order; says whether hardly any moved. */
    const look = (papers: Int32Array, some: Csr, round: number): boolean => {
      sumUp(before, lengths, k, PRIOR * columns, logTotals, logPi)
      kernels.logProbabilities(sums, columns, width, k, PRIOR, logTotals, logTheta)
      after.set(before)
      let moved = 0
      for (let first = 0; first < papers.length; first += AT_ONCE) {
        const few = papers.subarray(first, first + AT_ONCE)
        moved += kernels.scope(() => {
          const scores = kernels.float32(few.length * width)
          const starts = some.starts.subarray(first, first + few.length + 1)
          kernels.multiply({ ...some, rows: few.length, starts }, logTheta, width, scores)
          return kernels.respond(scores, few, width, k, trust, logPi, influence, before, after, assignment)
        })
      }
      ;[before, after] = [after, before]
      onDone(round / maxRounds)
      return moved <= rows * CALM
    }
    const none = kernels.float32(columns * width)
    kernels.topicSums(byTerm, before, width, k, none, sums)
    /** Looks at papers that are not settled alone, up to three rounds; returns the number of the next round. */
    const lookAtUnsettled = (first: number): number => {
      const unsettled = copyInt32(
        kernels,
        all.filter((paper) => before[paper * PAIRS + 1] < SETTLED),
      )
      const some = copyCsr(kernels, selectRows(words, unsettled))
      const someByTerm = kernels.transpose(some)
      someByTerm.indices.forEach((place, e) => (someByTerm.indices[e] = unsettled[place]))
      const settled = copyFloat32(kernels, before)
      for (const paper of unsettled) settled[paper * PAIRS + 1] = 0
      const base = kernels.float32(columns * width)
      kernels.topicSums(byTerm, settled, width, k, none, base)
      // What waited has the last word.
      const last = Math.min(first + WAIT, maxRounds) - 1
      for (let [round, isCalm] = [first, false]; ; round++) {
        kernels.topicSums(someByTerm, before, width, k, base, sums)
        if (isCalm || round > last) return round
        isCalm = look(unsettled, some, round)
      }
    }
    kernels.topicSums(byTerm, before, width, k, none, sums)
    for (let round = 1; round <= maxRounds;) {
      if (look(all, words, round)) break
      const next = round + 1
      round = kernels.scope(() => lookAtUnsettled(next))
    }
    return Int32Array.from(assignment)
  })
}

/** Damps counts in place: log₂(1 + tf), times the root of how rare the term is (ln papers ÷ document frequency), in units of its mean. */
export function dampCounts(counts: Csr): void {
  const rarity = new Float64Array(counts.columns)
  for (const term of counts.indices) rarity[term]++
  let mean = 0
  for (let term = 0; term < counts.columns; term++) {
    const papers = rarity[term]
    rarity[term] = papers > 0 ? Math.sqrt(log((counts.rows + 1) / papers)) : 0
    mean += (rarity[term] * papers) / counts.indices.length
  }
  // Counts are whole numbers, and nearly all of them small.
  const damped = Float64Array.from({ length: 256 }, (_, tf) => log2(1 + tf))
  const { values, indices } = counts
  for (let e = 0; e < values.length; e++) {
    const tf = values[e]
    values[e] = ((tf < 256 ? damped[tf] : log2(1 + tf)) * rarity[indices[e]]) / mean
  }
}

/** Sum of the values of each row. */
function lengthsOf({ rows, starts, values }: Csr): Float64Array {
  const lengths = new Float64Array(rows)
  for (let row = 0; row < rows; row++) for (let e = starts[row]; e < starts[row + 1]; e++) lengths[row] += values[e]
  return lengths
}

/** ln of what the papers of each topic hold, `prior` added, and ln of the part of the papers that it has, with one paper more for each. */
function sumUp(
  members: Float32Array,
  lengths: Float64Array,
  k: number,
  prior: number,
  logTotals: Float64Array,
  logPi: Float32Array,
): void {
  const sizes = new Float64Array(k)
  logTotals.fill(prior)
  for (let paper = 0; paper < lengths.length; paper++) {
    const first = paper * PAIRS
    for (let at = first; at < first + PAIRS && members[at + 1] > 0; at += 2) {
      sizes[members[at]] += members[at + 1]
      logTotals[members[at]] += members[at + 1] * lengths[paper]
    }
  }
  for (let c = 0; c < k; c++) {
    logTotals[c] = log(logTotals[c])
    logPi[c] = log((sizes[c] + 1) / (lengths.length + k))
  }
}
