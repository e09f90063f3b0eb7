import { four } from '../kernels/four.ts'
import type { CompanyRows, CompanyTotals } from '../kernels/company.ts'
import { copyCsr, type Kernels } from '../kernels/kernels.ts'
import { log, log2 } from '../math/elementary.ts'
import { type Random, sample } from '../math/random.ts'
import { type Csr, selectRows } from '../matrix/csr.ts'
import { leadingDirections } from './leading-directions.ts'
import { rankOf, toSingularVectors } from './truncated-svd.ts'

/** Papers whose words are looked at, at most. */
const PAPERS = 12_000
/** Most frequent terms that count as company. */
const CONTEXTS = 3000
/** Most frequent terms from whose company the directions are learned. */
const LEARNED_FROM = 4096
/** Terms whose company is held at a time. */
const STRIP = 1024
/** Terms whose company is found at a time. */
const AT_ONCE = 256
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
 * papers (damped counts), reduced by SVD, U·√S. The directions are those of the 4,096 most frequent terms; the company of all others is held a strip at a time.
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
  const vectors = kernels.float32(columns * width)
  kernels.scope(() => {
    const company = companyOf(kernels, counts, contexts, random)
    const learned = company(0, Math.min(LEARNED_FROM, columns))
    onDone(0.2)
    const basis = leadingDirections(kernels, learned, rank, EXTRA, random, (share) => {
      onDone(0.2 + 0.5 * share)
    })
    const projected = kernels.bareFloat32(columns * basis.width)
    const project = (strip: Csr, first: number): void => {
      const rows = projected.subarray(first * basis.width, (first + strip.rows) * basis.width)
      kernels.multiply(strip, basis.directions, basis.width, rows)
    }
    project(learned, 0)
    for (let first = learned.rows; first < columns; first += STRIP) {
      kernels.scope(() => project(company(first, Math.min(columns, first + STRIP)), first))
      onDone(0.7 + (0.3 * first) / columns)
    }
    const singularValues = toSingularVectors(kernels, projected, columns, basis.width, rank, vectors)
    const scale = singularValues.map((value) => (value < 1e-18 ? 0 : 1 / Math.sqrt(value)))
    for (let at = 0; at < vectors.length; at += width) for (let d = 0; d < width; d++) vectors[at + d] *= scale[d]
  })
  return { vectors, dimensions: width }
}

/** The company of the terms from…to: positive pointwise mutual information with the first `contexts` terms, in the memory of the kernels. */
type Company = (from: number, to: number) => Csr

function companyOf(kernels: Kernels, counts: Csr, contexts: number, random: Random): Company {
  const papers = counts.rows > PAPERS ? selectRows(counts, sample(counts.rows, PAPERS, random)) : counts
  const damped = copyCsr(kernels, papers)
  // Counts are whole numbers, and nearly all of them small.
  const [weights, same] = [kernels.float64(256), kernels.float64(counts.columns).fill(1)]
  for (let tf = 0; tf < weights.length; tf++) weights[tf] = Math.min(3, log2(1 + tf))
  kernels.weighCounts(damped, weights, same)
  const byTerm = kernels.transpose(damped)
  const totals = totalsOf(kernels, damped, byTerm, contexts)
  return (from, to) => {
    const rows = to - from
    const starts = kernels.int32(rows + 1)
    // Held outside until their number is known, so that the kernels' memory has no gaps.
    const strips: { columns: Int32Array; information: Float32Array }[] = []
    for (let first = 0; first < rows; first += AT_ONCE) {
      const lengths = starts.subarray(first + 1, Math.min(rows, first + AT_ONCE) + 1)
      strips.push(
        stripOf(kernels, contexts, lengths, (out) => kernels.company(byTerm, damped, totals, from + first, out)),
      )
    }
    for (let row = 0; row < rows; row++) starts[row + 1] += starts[row]
    const [indices, values] = [kernels.bareInt32(starts[rows]), kernels.bareFloat32(starts[rows])]
    strips.forEach(({ columns, information }, i) => {
      indices.set(columns, starts[i * AT_ONCE])
      values.set(information, starts[i * AT_ONCE])
    })
    return { rows, columns: contexts, starts, indices, values }
  }
}

/** The entries of some rows one after the other, as `fill` finds them; `lengths` gets those of each. */
function stripOf(
  kernels: Kernels,
  contexts: number,
  lengths: Int32Array,
  fill: (out: CompanyRows) => void,
): { columns: Int32Array; information: Float32Array } {
  return kernels.scope(() => {
    const room = lengths.length * contexts
    const out = { columns: kernels.bareInt32(room), information: kernels.bareFloat32(room), counts: lengths }
    fill(out)
    let entries = 0
    lengths.forEach((length, row) => {
      out.columns.copyWithin(entries, row * contexts, row * contexts + length)
      out.information.copyWithin(entries, row * contexts, row * contexts + length)
      entries += length
    })
    return { columns: out.columns.slice(0, entries), information: out.information.slice(0, entries) }
  })
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
