import { describe, expect, it } from 'vitest'
import { plainKernels } from '../../../../server/analysis/kernels/plain/plain-kernels.ts'
import { SIMILAR_PAPERS, SIMILAR_TERMS, similarPapers } from '../../../../server/analysis/map/similar-papers.ts'
import { normalizeRows, type Csr } from '../../../../server/analysis/matrix/csr.ts'

/** Rows of column → weight as unit rows. */
function matrixOf(rows: readonly Record<number, number>[], columns: number): Csr {
  const entries = rows.map((row) => Object.entries(row).map(([column, value]) => [Number(column), value] as const))
  const starts = new Int32Array(rows.length + 1)
  entries.forEach((list, i) => (starts[i + 1] = starts[i] + list.length))
  const matrix: Csr = {
    rows: rows.length,
    columns,
    starts,
    indices: Int32Array.from(entries.flat(), ([column]) => column),
    values: Float32Array.from(entries.flat(), ([, value]) => value),
  }
  normalizeRows(matrix)
  return matrix
}

// Paper 1 has no term; the neighbours count without it: 0, 2, 3, 4 are rows 0, 1, 2, 3.
const matrix = matrixOf([{ 0: 1, 1: 1, 2: 1, 3: 0.1 }, {}, { 0: 1, 4: 1 }, { 0: 2, 1: 3, 3: 0.2 }, { 5: 1 }], 6)
const rows = Int32Array.of(0, 2, 3, 4)
const neighbours = {
  n: 4,
  count: 3,
  ids: Int32Array.of(1, 2, 3, 0, 2, -1, 0, 1, 3, 0, -1, -1),
  similarity: new Float32Array(12),
  order: Int32Array.of(2, 0, 3, 1),
}
const { papers, scores, terms } = similarPapers(plainKernels, matrix, rows, neighbours)
const of = (paper: number): number[] =>
  Array.from(papers.subarray(paper * SIMILAR_PAPERS, (paper + 1) * SIMILAR_PAPERS))

describe('similar papers', () => {
  it('are ranked by the words that both hold, not by their vectors', () => {
    expect(of(0).slice(0, 3)).toEqual([3, 2, -1])
    expect(scores[0]).toBeGreaterThan(scores[1])
    expect(scores[0]).toBeLessThanOrEqual(1)
  })

  it('say which terms they share, those that count most first', () => {
    expect(Array.from(terms.subarray(0, SIMILAR_TERMS))).toEqual([1, 0, 3])
    expect(Array.from(terms.subarray(SIMILAR_TERMS, 2 * SIMILAR_TERMS))).toEqual([0, -1, -1])
  })

  it('are not there for who shares no term, or has none', () => {
    expect(of(1)).toEqual(Array(SIMILAR_PAPERS).fill(-1))
    expect(of(4)).toEqual(Array(SIMILAR_PAPERS).fill(-1))
  })

  it('leave nothing behind from one paper to the next', () => {
    expect([of(2).slice(0, 3), of(3).slice(0, 3)]).toEqual([
      [0, 3, -1],
      [0, 2, -1],
    ])
    expect(scores[2 * SIMILAR_PAPERS]).toBeCloseTo(Math.SQRT1_2 / Math.hypot(1, 1, 1, 0.1), 5)
  })
})
