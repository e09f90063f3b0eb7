import { copyInt32, type Kernels } from '../kernels/kernels.ts'
import type { Csr } from '../matrix/csr.ts'
import type { Neighbours } from '../vectors/neighbours.ts'

/** Most similar papers that a paper gets. */
export const SIMILAR_PAPERS = 10
/** Terms that say why two papers are similar. */
export const SIMILAR_TERMS = 3

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
export function similarPapers(kernels: Kernels, matrix: Csr, rows: Int32Array, neighbours: Neighbours): SimilarPapers {
  const pairs = matrix.rows * SIMILAR_PAPERS
  return kernels.scope(() => {
    const papers = kernels.int32(pairs).fill(-1)
    const scores = kernels.float32(pairs)
    const terms = kernels.int32(pairs * SIMILAR_TERMS).fill(-1)
    const sizes = { most: SIMILAR_PAPERS, termCount: SIMILAR_TERMS }
    kernels.similar(matrix, copyInt32(kernels, rows), neighbours, { ...sizes, papers, scores, terms })
    return { papers: shared(papers), scores: shared(scores), terms: shared(terms) }
  })
}

/** A copy that another thread can read without one of its own. */
function shared<A extends Int32Array | Float32Array>(values: A): A {
  const copy = new (values.constructor as new (buffer: SharedArrayBuffer) => A)(
    new SharedArrayBuffer(values.byteLength),
  )
  copy.set(values)
  return copy
}
