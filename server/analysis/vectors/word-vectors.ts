import { four } from '../kernels/four.ts'
import type { Company } from '../kernels/company-kernels.ts'
import { copyFloat32, type Kernels } from '../kernels/kernels.ts'
import { log, log2 } from '../math/elementary.ts'
import { type Random, sample } from '../math/random.ts'
import type { Csr } from '../matrix/csr.ts'
import { leadingDirections } from './leading-directions.ts'
import { rankOf, toSingularVectors } from './truncated-svd.ts'

/** Papers whose words are looked at, at most. */
const PAPERS = 12_000
/** Most frequent terms that count as company. */
const CONTEXTS = 3000
/** Most frequent terms from whose company the directions are learned. */
const LEARNED_FROM = 4096
/** Directions beyond those that are wanted, of which the company of all terms chooses. */
const EXTRA = 12
/** Company is counted as if frequent terms were rarer: Levy, Goldberg and Dagan, "Improving distributional similarity", TACL 3 (2015). */
const CONTEXT_POWER = 0.75

/** Dimensions of the vectors of so many terms, a multiple of four: as many as are wanted, or as there can be. */
export function wordDimensions(columns: number, wanted: number): number {
  return four(rankOf(wanted, columns, Math.min(CONTEXTS, columns)))
}

/**
 * Terms as dense vectors (columns × dimensions, row-major), learned from the collection alone: terms that keep the same company
 * are near each other, so that papers without a word in common can be. Positive pointwise mutual information of terms that share
 * papers (damped counts), reduced by SVD, U·√S. The directions are those of the 4,096 most frequent terms; the company of the others is never held.
 * Source: Levy and Goldberg, "Neural word embedding as implicit matrix factorization", NIPS (2014).
 * `counts`: papers × terms, columns by descending document frequency.
 */
export function wordVectors(
  kernels: Kernels,
  counts: Csr,
  dimensions: number,
  random: Random,
  onDone: (share: number) => void = () => {},
): { vectors: Float32Array; dimensions: number } {
  const { columns } = counts
  const contexts = Math.min(CONTEXTS, columns)
  const rank = rankOf(dimensions, columns, contexts)
  const width = wordDimensions(columns, dimensions)
  const vectors = kernels.bareFloat32(columns * width)
  kernels.scope(() => {
    const company = companyOf(kernels, counts, contexts, random)
    const most = Math.min(LEARNED_FROM, columns)
    // What was learned from is large, and gone before there is room for all terms.
    const { directions, basisWidth, own } = kernels.scope(() => {
      const learned = kernels.companyRows(company, 0, most)
      onDone(0.2)
      const basis = leadingDirections(kernels, learned, rank, EXTRA, random, (share) => {
        onDone(0.2 + 0.6 * share)
      })
      const own = kernels.bareFloat32(most * basis.width)
      kernels.multiply(learned, basis.directions, basis.width, own)
      return { directions: basis.directions.slice(), basisWidth: basis.width, own: own.slice() }
    })
    const projected = kernels.bareFloat32(columns * basisWidth)
    projected.set(own)
    const others = projected.subarray(own.length)
    kernels.companyTimes(company, most, columns, copyFloat32(kernels, directions), basisWidth, others)
    onDone(0.9)
    const singularValues = toSingularVectors(kernels, projected, columns, basisWidth, rank, vectors)
    const scale = kernels.float64(width)
    scale.set(singularValues.map((value) => (value < 1e-18 ? 0 : 1 / Math.sqrt(value))))
    kernels.scaleColumns(vectors, columns, width, scale)
  })
  return { vectors, dimensions: width }
}

/** What the terms of some of the papers share, damped, and what it is measured against. */
function companyOf(kernels: Kernels, counts: Csr, contexts: number, random: Random): Company {
  const { rows } = counts
  const papers = rows > PAPERS ? sample(rows, PAPERS, random) : Int32Array.from({ length: rows }, (_, paper) => paper)
  const byPaper = kernels.selectRows(counts, papers)
  // Counts are whole numbers, and nearly all of them small.
  const [weights, same] = [kernels.float64(256), kernels.float64(counts.columns).fill(1)]
  for (let tf = 0; tf < weights.length; tf++) weights[tf] = Math.min(3, log2(1 + tf))
  kernels.weighCounts(byPaper, weights, same)
  const byTerm = kernels.transpose(byPaper)
  // What a term shares with all terms together, itself included.
  const [ofPapers, totals] = [kernels.float64(byPaper.rows), kernels.float64(counts.columns)]
  kernels.rowSums(byPaper, same, ofPapers)
  kernels.rowSums(byTerm, ofPapers, totals)
  return { byTerm, byPaper, contexts, ...measuresOf(kernels, totals) }
}

type Measures = Pick<Company, 'logTotals' | 'powers' | 'weights' | 'logAll'>

function measuresOf(kernels: Kernels, totals: Float64Array): Measures {
  const columns = totals.length
  const [logTotals, powers, weights] = [kernels.float64(columns), kernels.float64(columns), kernels.float64(columns)]
  let all = 0
  for (let term = 0; term < columns; term++) {
    const total = totals[term]
    if (total === 0) continue
    logTotals[term] = log(total)
    powers[term] = CONTEXT_POWER * logTotals[term]
    weights[term] = Math.sqrt(total) * Math.sqrt(Math.sqrt(total))
    all += weights[term]
  }
  return { logTotals, powers, weights, logAll: all > 0 ? log(all) : 0 }
}
