import { four } from '../kernels/four.ts'
import { copyInt32, type Kernels } from '../kernels/kernels.ts'
import {
  LOG_UNIT,
  MEMBERSHIPS,
  type Memberships,
  type PackedColumns,
  type ScaledRows,
} from '../kernels/mixture-kernels.ts'
import { stripLength } from '../kernels/strips.ts'
import { forTopics, headOf, membership, unitsOf, WHOLE } from '../kernels/memberships.ts'
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
const AT_ONCE = 1 << 14

/** What papers say, by paper and by term; in the memory of the kernels. */
export interface MixtureWords {
  /** papers × terms. */
  counts: Csr
  /** What each count is worth: `weights` × `factors`, as far as the words of a paper count. */
  rows: ScaledRows
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
  { counts, rows: words, byTerm, weights, factors }: MixtureWords,
  neighbours: Neighbours,
  start: Int32Array,
  k: number,
  maxRounds = 30,
  onDone: (share: number) => void = () => {},
): Int32Array {
  return kernels.scope(() => {
    const { rows, columns } = counts
    const width = four(k)
    const all = kernels.bareInt32(rows)
    let before: Memberships = { heads: kernels.bareInt32(rows), members: kernels.int32(rows * MEMBERSHIPS) }
    let after: Memberships = { heads: kernels.bareInt32(rows), members: kernels.bareInt32(rows * MEMBERSHIPS) }
    for (let paper = 0; paper < rows; paper++) {
      all[paper] = paper
      before.members[paper * MEMBERSHIPS] = membership(start[paper], 1)
      before.heads[paper] = headOf(before.members, paper)
    }
    const used = Math.min(neighbours.count, SMOOTHING_NEIGHBOURS)
    const voices = kernels.bareFloat32(rows * used)
    kernels.voices(neighbours, rows, used, NEIGHBOUR_WEIGHT, voices)
    const influence = { ids: neighbours.ids, count: neighbours.count, voices, used }
    const sums = kernels.float32(columns * width)
    const base = kernels.float32(columns * width)
    const strips = kernels.int16(stripLength(width, columns))
    const logTotals = kernels.float64(width)
    const logPi = kernels.float32(width)
    const assignment = copyInt32(kernels, start)
    let round = 0
    /** Looks at some papers again; returns whether hardly any moved, or it was the last round. `terms`: the words of those whose terms are not in `rest`, which has all others. */
    const look = (papers: Int32Array, terms: PackedColumns, rest?: Float32Array): boolean => {
      kernels.topicSums(terms, weights, factors, before, width, k, sums, rest)
      kernels.columnSums(sums, columns, width).forEach((sum, c) => {
        if (c < k) logTotals[c] = log(sum + PRIOR * columns)
      })
      toLogParts(before, rows, k, logPi)
      kernels.logStrips(sums, columns, width, PRIOR, logTotals, strips)
      after.heads.set(before.heads)
      after.members.set(before.members)
      let moved = 0
      for (let first = 0; first < papers.length; first += AT_ONCE) {
        const few = papers.subarray(first, first + AT_ONCE)
        moved += kernels.scope(() => {
          const scores = kernels.bareFloat32(few.length * width)
          kernels.scoreRows(words, few, strips, k, LOG_UNIT, width, scores)
          return kernels.respond(scores, few, width, k, logPi, influence, before, after, assignment)
        })
      }
      ;[before, after] = [after, before]
      onDone(++round / maxRounds)
      return moved <= rows * CALM || round >= maxRounds
    }
    let isDone = look(all, byTerm)
    while (!isDone) isDone = kernels.scope(lookInTurns)
    return Int32Array.from(assignment)

    /** Looks at papers that are not settled alone for some rounds, then at all: what waited has the last word. */
    function lookInTurns(): boolean {
      const { settled, unsettled } = bySettling()
      const terms = kernels.packColumns(counts, unsettled)
      kernels.topicSums(byTerm, weights, factors, settled, width, k, base)
      for (let left = Math.min(WAIT, maxRounds - 1 - round); left > 0; left--) if (look(unsettled, terms, base)) break
      return look(all, terms, base)
    }

    /** The papers that are of one topic, all but, and the numbers of the others. */
    function bySettling(): { settled: Memberships; unsettled: Int32Array } {
      const { heads, members } = before
      const isSettled = (paper: number): boolean => unitsOf(heads[paper]) >= SETTLED * WHOLE
      const unsettled = copyInt32(
        kernels,
        all.filter((paper) => !isSettled(paper)),
      )
      const settled = copyInt32(kernels, heads)
      for (const paper of unsettled) settled[paper] = 0
      return { settled: { heads: settled, members }, unsettled }
    }
  })
}

/**
 * Counts as the mixture takes them: log₂(1 + tf), times the root of how rare the term is (ln papers ÷ document frequency), in units of its mean; those of a paper together as far as
 * twelve words go.
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
  const rows = kernels.scaleRows(counts, weights, factors)
  for (let paper = 0; paper < counts.rows; paper++) {
    const terms = counts.starts[paper + 1] - counts.starts[paper]
    rows.scales[paper] *= Math.min(1, INDEPENDENT_TERMS / Math.max(1, terms))
  }
  return { counts, rows, byTerm, weights, factors }
}

/** ln of the part of the papers that each topic has, with one paper more for each. */
function toLogParts(memberships: Memberships, papers: number, k: number, logPi: Float32Array): void {
  const sizes = new Float64Array(k)
  for (let paper = 0; paper < papers; paper++) {
    forTopics(memberships, paper, (topic, units) => (sizes[topic] += units))
  }
  for (let c = 0; c < k; c++) logPi[c] = log((sizes[c] / WHOLE + 1) / (papers + k))
}
