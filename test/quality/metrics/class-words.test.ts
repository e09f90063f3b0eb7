import { expect, it } from 'vitest'
import type { TermCounts } from '../../../server/analysis/matrix/term-counts.ts'
import { classWords } from './class-words.ts'

// Paper 0: sea twice, tide once, the pair `sea tide` five times. Paper 1: sea twice, violin once. Paper 2: violin nine times.
const terms: TermCounts = {
  counts: {
    rows: 3,
    columns: 4,
    starts: Int32Array.of(0, 3, 5, 6),
    indices: Int32Array.of(0, 1, 3, 0, 2, 2),
    values: Float32Array.of(2, 1, 5, 2, 1, 9),
  },
  documentFrequency: Int32Array.of(2, 1, 1, 1),
  terms: ['sea', 'tide', 'violin', 'sea tide'],
  stemOfColumn: Int32Array.of(0, 1, 2, -1),
  columnOfStem: Int32Array.of(0, 1, 2),
}

it('puts the words of one topic before those of all, leaving out pairs and papers of no topic', () => {
  // A = 6 ÷ 2: sea has 2·ln(1 + 3/4) = 1.12 in both, tide and violin 1·ln(1 + 3) = 1.39.
  expect(classWords(terms, Int32Array.of(0, 1, -1), 2, 10)).toEqual([
    [1, 0],
    [2, 0],
  ])
  expect(classWords(terms, Int32Array.of(0, 1, -1), 2, 1)).toEqual([[1], [2]])
})
