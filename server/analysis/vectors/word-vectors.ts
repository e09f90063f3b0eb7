import { four } from '../kernels/four.ts'
import { copyCsr, type Kernels } from '../kernels/kernels.ts'
import { log, log2 } from '../math/elementary.ts'
import { type Random, sample } from '../math/random.ts'
import { type Csr, selectRows } from '../matrix/csr.ts'
import { transpose } from '../matrix/transpose.ts'
import { truncatedSvd } from './truncated-svd.ts'

/** Papers whose words are looked at, at most. */
const PAPERS = 20_000
/** Most frequent terms that count as company. */
const CONTEXTS = 3000
const POWER_ITERATIONS = 3
/** Company is counted as if frequent terms were rarer: Levy, Goldberg and Dagan, "Improving distributional similarity", TACL 3 (2015). */
const CONTEXT_POWER = 0.75

/**
 * Terms as dense vectors (columns × dimensions, row-major), learned from the collection alone: terms that keep the same company
 * are near each other, so that papers without a word in common can be. Positive pointwise mutual information of terms that share
 * papers (damped counts), reduced by SVD, U·√S.
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
  const papers = counts.rows > PAPERS ? selectRows(counts, sample(counts.rows, PAPERS, random)) : counts
  const company = sharedPapers(papers, Math.min(CONTEXTS, counts.columns))
  onDone(0.3)
  const vectors = kernels.float32(company.rows * four(dimensions))
  const rank = kernels.scope(() => {
    const own = copyCsr(kernels, company)
    const {
      scores,
      dimensions: rank,
      singularValues,
    } = truncatedSvd(kernels, own, dimensions, POWER_ITERATIONS, random, (share) => {
      onDone(0.3 + 0.7 * share)
    })
    for (let d = 0; d < rank; d++) {
      const root = Math.sqrt(singularValues[d])
      if (root < 1e-9) continue
      for (let term = 0; term < company.rows; term++) vectors[term * rank + d] = scores[term * rank + d] / root
    }
    return rank
  })
  return { vectors: vectors.subarray(0, company.rows * rank), dimensions: rank }
}

/** Positive pointwise mutual information of each term with the first `contexts` terms: columns × contexts. */
function sharedPapers(counts: Csr, contexts: number): Csr {
  const { columns } = counts
  const damped: Csr = { ...counts, values: counts.values.map((tf) => Math.min(3, log2(1 + tf))) }
  const byTerm = transpose(damped)
  // What a term shares with all terms together, itself included.
  const paperTotals = new Float64Array(counts.rows)
  for (let paper = 0; paper < counts.rows; paper++) {
    for (let e = damped.starts[paper]; e < damped.starts[paper + 1]; e++) paperTotals[paper] += damped.values[e]
  }
  const totals = new Float64Array(columns)
  for (let term = 0; term < columns; term++) {
    for (let e = byTerm.starts[term]; e < byTerm.starts[term + 1]; e++)
      totals[term] += byTerm.values[e] * paperTotals[byTerm.indices[e]]
  }
  const logTotals = totals.map((total) => (total > 0 ? log(total) : 0))
  const powers = new Float64Array(columns)
  let all = 0
  for (let term = 0; term < columns; term++) {
    powers[term] = CONTEXT_POWER * logTotals[term]
    if (totals[term] > 0) all += Math.sqrt(totals[term]) * Math.sqrt(Math.sqrt(totals[term]))
  }
  const logAll = all > 0 ? log(all) : 0

  const starts = new Int32Array(columns + 1)
  const indices: Int32Array[] = []
  const values: Float32Array[] = []
  const shared = new Float64Array(contexts)
  const met = new Int32Array(contexts)
  const rowIndices = new Int32Array(contexts)
  const rowValues = new Float32Array(contexts)
  for (let term = 0; term < columns; term++) {
    let distinct = 0
    for (let e = byTerm.starts[term]; e < byTerm.starts[term + 1]; e++) {
      const paper = byTerm.indices[e]
      const weight = byTerm.values[e]
      // The columns of a paper ascend: the contexts come first.
      for (let f = damped.starts[paper]; f < damped.starts[paper + 1]; f++) {
        const other = damped.indices[f]
        if (other >= contexts) break
        if (shared[other] === 0) met[distinct++] = other
        shared[other] += weight * damped.values[f]
      }
    }
    const columnsMet = met.subarray(0, distinct).sort()
    let kept = 0
    for (const other of columnsMet) {
      const information = log(shared[other]) + logAll - logTotals[term] - powers[other]
      shared[other] = 0
      if (information <= 0 || other === term) continue
      rowIndices[kept] = other
      rowValues[kept++] = information
    }
    indices.push(rowIndices.slice(0, kept))
    values.push(rowValues.slice(0, kept))
    starts[term + 1] = starts[term] + kept
  }
  return {
    rows: columns,
    columns: contexts,
    starts,
    indices: joined(Int32Array, indices, starts[columns]),
    values: joined(Float32Array, values, starts[columns]),
  }
}

function joined<A extends Int32Array | Float32Array>(
  Kind: new (length: number) => A,
  parts: readonly A[],
  length: number,
): A {
  const whole = new Kind(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
