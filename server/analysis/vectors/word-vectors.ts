import { four } from '../kernels/four.ts'
import { type CompanyTotals, copyCsr, type Kernels } from '../kernels/kernels.ts'
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
  const company = sharedPapers(kernels, papers, Math.min(CONTEXTS, counts.columns))
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

/** Terms whose company is found at a time: more would want more memory, fewer would keep threads waiting. */
const BATCH = 1024

/** Positive pointwise mutual information of each term with the first `contexts` terms: columns × contexts. */
function sharedPapers(kernels: Kernels, counts: Csr, contexts: number): Csr {
  const { columns } = counts
  const starts = new Int32Array(columns + 1)
  const indices: Int32Array[] = []
  const values: Float32Array[] = []
  kernels.scope(() => {
    const damped = copyCsr(kernels, { ...counts, values: counts.values.map((tf) => Math.min(3, log2(1 + tf))) })
    const byTerm = copyCsr(kernels, transpose(damped))
    const totals = totalsOf(kernels, damped, byTerm, contexts)
    for (let first = 0; first < columns; first += BATCH) {
      kernels.scope(() => {
        const terms = Math.min(BATCH, columns - first)
        const rows = {
          columns: kernels.int32(terms * contexts),
          information: kernels.float32(terms * contexts),
          counts: kernels.int32(terms),
        }
        kernels.company(byTerm, damped, totals, first, rows)
        rows.counts.forEach((kept, i) => {
          const [from, to] = [i * contexts, i * contexts + kept]
          indices.push(rows.columns.slice(from, to))
          values.push(rows.information.slice(from, to))
          starts[first + i + 1] = starts[first + i] + kept
        })
      })
    }
  })
  return {
    rows: columns,
    columns: contexts,
    starts,
    indices: joined(Int32Array, indices, starts[columns]),
    values: joined(Float32Array, values, starts[columns]),
  }
}

/** What a term shares with all terms together, itself included, and what company is measured against. */
function totalsOf(kernels: Kernels, damped: Csr, byTerm: Csr, contexts: number): CompanyTotals {
  const { rows, columns } = damped
  const paperTotals = new Float64Array(rows)
  for (let paper = 0; paper < rows; paper++) {
    for (let e = damped.starts[paper]; e < damped.starts[paper + 1]; e++) paperTotals[paper] += damped.values[e]
  }
  const logTotals = kernels.float64(columns)
  const powers = kernels.float64(columns)
  let all = 0
  for (let term = 0; term < columns; term++) {
    let total = 0
    for (let e = byTerm.starts[term]; e < byTerm.starts[term + 1]; e++) {
      total += byTerm.values[e] * paperTotals[byTerm.indices[e]]
    }
    if (total === 0) continue
    logTotals[term] = log(total)
    powers[term] = CONTEXT_POWER * logTotals[term]
    all += Math.sqrt(total) * Math.sqrt(Math.sqrt(total))
  }
  return { contexts, logTotals, powers, logAll: all > 0 ? log(all) : 0 }
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
