import type { Csr } from '../matrix/csr.ts'
import type { Neighbours } from '../vectors/neighbours.ts'

/** Most similar papers that a paper gets. */
export const SIMILAR_PAPERS = 10
/** Terms that say why two papers are similar. */
export const SIMILAR_TERMS = 3
/** Neighbours by latent vectors that are looked at for each paper. */
export const SIMILAR_CANDIDATES = 30

/** The papers most similar to each paper, best first. */
export interface SimilarPapers {
  /** Paper → number of its nearest others: papers × SIMILAR_PAPERS, row-major; −1 where there are not enough. */
  papers: Int32Array
  /** The same shape: cosine of the two TF-IDF rows, 0–1; 0 where there is none. */
  scores: Float32Array
  /** papers × SIMILAR_PAPERS × SIMILAR_TERMS: columns that bring most of the cosine, most first; −1 where there are not enough. */
  terms: Int32Array
}

/**
 * Ranks each paper's neighbours by latent vectors anew by what the two say in the same words: the cosine of their TF-IDF rows (unit
 * length). Ties: the lower number. `rows` says which papers the neighbours are; a paper that shares no term is left out.
 */
export function similarPapers(matrix: Csr, rows: Int32Array, neighbours: Neighbours): SimilarPapers {
  const found: SimilarPapers = {
    papers: new Int32Array(matrix.rows * SIMILAR_PAPERS).fill(-1),
    scores: new Float32Array(matrix.rows * SIMILAR_PAPERS),
    terms: new Int32Array(matrix.rows * SIMILAR_PAPERS * SIMILAR_TERMS).fill(-1),
  }
  /** One row, spread over all columns; zeros again after use. */
  const spread = new Float32Array(matrix.columns)
  rows.forEach((paper, i) => {
    const [from, to] = [matrix.starts[paper], matrix.starts[paper + 1]]
    for (let e = from; e < to; e++) spread[matrix.indices[e]] = matrix.values[e]
    for (let c = 0; c < neighbours.count; c++) {
      const neighbour = neighbours.ids[i * neighbours.count + c]
      if (neighbour < 0) break
      keep(found, paper, rows[neighbour], cosine(matrix, rows[neighbour], spread))
    }
    for (let place = paper * SIMILAR_PAPERS; place < (paper + 1) * SIMILAR_PAPERS; place++) {
      if (found.papers[place] >= 0) keepTerms(found.terms, place, matrix, found.papers[place], spread)
    }
    for (let e = from; e < to; e++) spread[matrix.indices[e]] = 0
  })
  return found
}

function cosine({ starts, indices, values }: Csr, row: number, spread: Float32Array): number {
  let sum = 0
  for (let e = starts[row]; e < starts[row + 1]; e++) sum += values[e] * spread[indices[e]]
  return Math.fround(sum)
}

/** Puts one paper where it belongs among those kept so far. */
function keep({ papers, scores }: SimilarPapers, paper: number, other: number, score: number): void {
  if (score <= 0) return
  const base = paper * SIMILAR_PAPERS
  const isBehind = (place: number): boolean =>
    papers[place] < 0 || score > scores[place] || (score === scores[place] && other < papers[place])
  let place = base + SIMILAR_PAPERS - 1
  if (!isBehind(place)) return
  for (; place > base && isBehind(place - 1); place--) {
    papers[place] = papers[place - 1]
    scores[place] = scores[place - 1]
  }
  papers[place] = other
  scores[place] = score
}

function keepTerms(
  terms: Int32Array,
  pair: number,
  { starts, indices, values }: Csr,
  row: number,
  spread: Float32Array,
): void {
  const base = pair * SIMILAR_TERMS
  const best = [0, 0, 0]
  for (let e = starts[row]; e < starts[row + 1]; e++) {
    const product = values[e] * spread[indices[e]]
    if (product <= best[SIMILAR_TERMS - 1]) continue
    let place = SIMILAR_TERMS - 1
    for (; place > 0 && product > best[place - 1]; place--) {
      best[place] = best[place - 1]
      terms[base + place] = terms[base + place - 1]
    }
    best[place] = product
    terms[base + place] = indices[e]
  }
}
