import { describe, expect, it } from 'vitest'
import { SIMILAR_PAPERS, SIMILAR_TERMS } from '../../../server/analysis/map/similar-papers.ts'
import { similarRows, similarTexts } from '../../../server/engine/similar-rows.ts'

const ids = ['a', 'b "quoted"', 'c', 'ü-4']
const names = ['café', 'coral\\reef', 'fish']

/** The found papers of each paper, and up to three terms of each. */
function similarOf(lists: readonly (readonly [paper: number, score: number, terms: readonly number[]])[][]) {
  const papers = new Int32Array(lists.length * SIMILAR_PAPERS).fill(-1)
  const scores = new Float32Array(papers.length)
  const terms = new Int32Array(papers.length * SIMILAR_TERMS).fill(-1)
  lists.forEach((list, paper) =>
    list.forEach(([other, score, own], i) => {
      const pair = paper * SIMILAR_PAPERS + i
      papers[pair] = other
      scores[pair] = score
      terms.set(own, pair * SIMILAR_TERMS)
    }),
  )
  return { papers, scores, terms }
}

describe('similarRows', () => {
  it('writes what JSON would, for the papers that have similar ones', () => {
    const rows = [
      ...similarRows(
        similarTexts(ids, names),
        similarOf([
          [
            [1, 0.123449, [0, 2]],
            [3, 1.00001, []],
          ],
          [],
          [[0, 0.5, [1, 0, 2]]],
          [[2, 0, [2]]],
        ]),
        0,
        4,
      ),
    ]
    expect(rows.map(({ paper, json }) => [paper, Buffer.from(json).toString()])).toEqual([
      [
        0,
        JSON.stringify([
          { paperId: ids[1], score: 0.1234, terms: ['café', 'fish'] },
          { paperId: ids[3], score: 1, terms: [] },
        ]),
      ],
      [2, JSON.stringify([{ paperId: 'a', score: 0.5, terms: ['coral\\reef', 'café', 'fish'] }])],
      [3, JSON.stringify([{ paperId: 'c', score: 0, terms: ['fish'] }])],
    ])
  })

  it('writes more than it first has room for', () => {
    const lists = ids.map(() => Array.from({ length: SIMILAR_PAPERS }, () => [2, 0.25, [0, 1, 2]] as const))
    const many = Array.from({ length: 400 }, () => lists).flat()
    const rows = [
      ...similarRows(
        similarTexts(
          many.map((_, i) => ids[i % ids.length]),
          names,
        ),
        similarOf(many.map((list) => [...list])),
        0,
        many.length,
      ),
    ]
    expect(rows).toHaveLength(1600)
    const texts = new Set(rows.map(({ json }) => Buffer.from(json).toString()))
    expect(texts.size).toBe(1)
    expect(JSON.parse([...texts][0])[9]).toEqual({ paperId: 'c', score: 0.25, terms: names })
  })
})
