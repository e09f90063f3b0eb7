import { describe, expect, it } from 'vitest'
import { analyze, type AnalysisResult } from '../../../server/analysis/analyze.ts'
import { adjustedRandIndex } from '../../../server/analysis/topics/agreement.ts'
import type { Paper } from '../../../shared/paper.ts'
import { paper, plantedPapers } from '../../support/planted-papers.ts'

function agreement(result: AnalysisResult, papers: readonly Paper[]): number {
  return adjustedRandIndex(
    Int32Array.from(result.assignments, ({ topicId }) => topicId),
    Int32Array.from(papers, ({ label }) => Number(label)),
  )
}

describe('planted subjects', () => {
  it.each([
    [10, 4],
    [40, 4],
    [260, 4],
  ])('are found among %i papers each', (count, topics) => {
    const papers = plantedPapers(count)
    const result = analyze(papers, { topics, seed: 1 })
    expect(result.topics).toHaveLength(topics)
    expect(agreement(result, papers)).toBeGreaterThan(0.95)
    expect(result.agreementBetweenSeeds).toBeGreaterThan(0.95)
    const labels = result.topics.map(({ label }) => label)
    expect(new Set(labels).size).toBe(topics)
    expect(labels.join(' ')).toMatch(/coral/)
    for (const topic of result.topics) expect(topic.terms[0]).toBe(topic.label)
  })

  it('tells topic sizes, shares, reasons and places that add up', () => {
    const papers = plantedPapers(15)
    const { topics, themes, assignments, trends, facts } = analyze(papers, { topics: 4, seed: 2 })
    expect(topics.reduce((sum, topic) => sum + topic.papers, 0)).toBe(papers.length)
    expect(themes.flatMap((theme) => theme.topics).sort((a, b) => a - b)).toEqual(topics.map(({ id }) => id))
    expect(topics.map(({ papers: size }) => size)).toEqual(topics.map(({ papers: size }) => size).sort((a, b) => b - a))
    for (const { topicId, reasons, score, x, y } of assignments) {
      expect(topicId).toBeGreaterThan(0)
      expect(reasons.length).toBeGreaterThan(0)
      expect(reasons.reduce((sum, { share }) => sum + share, 0)).toBeLessThanOrEqual(1.01)
      for (const value of [score, x, y]) expect(Number.isFinite(value)).toBe(true)
    }
    for (const item of trends.items) {
      expect(item.points.reduce((sum, point) => sum + point.papers, 0)).toBe(item.papers)
    }
    expect(facts.dated).toBe(papers.length)
  })

  it('gives the same bits for the same seed', () => {
    const papers = plantedPapers(12)
    expect(analyze(papers, { topics: 'auto', seed: 5 })).toEqual(analyze(papers, { topics: 'auto', seed: 5 }))
  })

  it('reports stages in order, each from 0 to 1', () => {
    const seen: string[] = []
    analyze(plantedPapers(10), { topics: 3, seed: 1 }, (stage, done) => {
      if (seen.at(-1) !== stage) seen.push(stage)
      expect(done).toBeGreaterThanOrEqual(0)
      expect(done).toBeLessThanOrEqual(1)
    })
    expect(seen).toEqual(['tokens', 'vectors', 'topics', 'labels', 'map', 'trends'])
  })
})

describe('a vocabulary', () => {
  const written = (result: AnalysisResult): string =>
    JSON.stringify([result.topics, result.themes, result.assignments.map(({ reasons }) => reasons)])

  it.each([10, 260])('keeps what it ignores out of labels, terms and reasons (%i papers a subject)', (count) => {
    const papers = plantedPapers(count)
    expect(written(analyze(papers, { topics: 4, seed: 1 }))).toMatch(/coral/)
    const vocabulary = { stopWords: ['Corals', 'violin sonata'], synonyms: [] }
    const result = analyze(papers, { topics: 4, seed: 1, vocabulary })
    expect(written(result)).not.toMatch(/coral|violin sonata/)
    expect(agreement(result, papers)).toBeGreaterThan(0.95)
  })

  it.each([10, 260])('counts synonyms as one term, shown by its first form (%i papers a subject)', (count) => {
    const papers = plantedPapers(count)
    const vocabulary = { stopWords: [], synonyms: [['Sea animal', 'coral reef', 'coral', 'reef', 'polyp', 'lagoon']] }
    const result = analyze(papers, { topics: 4, seed: 1, vocabulary })
    expect(written(result)).not.toMatch(/coral|reef|polyp|lagoon/)
    expect(result.topics.map(({ label }) => label).join('; ')).toContain('Sea animal')
    const reasons = result.assignments.flatMap((assignment) => assignment.reasons.map(({ term }) => term))
    expect(reasons).toContain('Sea animal')
    const plain = analyze(papers, { topics: 4, seed: 1 })
    expect(result.facts.terms).toBeLessThan(plain.facts.terms)
    expect(agreement(result, papers)).toBeGreaterThan(0.95)
  })

  it('that is empty changes nothing', () => {
    const papers = plantedPapers(10)
    const vocabulary = { stopWords: [], synonyms: [] }
    const options = { topics: 'auto', seed: 3 } as const
    expect(analyze(papers, { ...options, vocabulary })).toEqual(analyze(papers, options))
  })
})

describe('small and odd collections', () => {
  const numbersOf = (value: unknown): number[] =>
    typeof value === 'number'
      ? [value]
      : value !== null && typeof value === 'object'
        ? Object.values(value).flatMap(numbersOf)
        : []

  it.each<[string, Paper[]]>([
    ['one paper', plantedPapers(1, 1)],
    ['two papers', plantedPapers(2, 1)],
    ['five papers', plantedPapers(5, 1)],
    ['twenty papers', plantedPapers(10, 2)],
    [
      'all the same',
      Array.from({ length: 15 }, (_, i) =>
        paper({ id: `s${i}`, title: 'Coral reefs', abstract: 'Coral reefs in warm seas.' }),
      ),
    ],
    ['titles only', plantedPapers(5).map((p) => ({ ...p, abstract: null }))],
    [
      'one giant abstract',
      [
        paper({ id: 'giant', title: 'Giant', abstract: 'coral reef bleaching '.repeat(20_000) }),
        ...plantedPapers(4, 2),
      ],
    ],
    ['no dates', plantedPapers(5).map((p) => ({ ...p, date: null }))],
    ['one year', plantedPapers(5).map((p) => ({ ...p, date: '2020' }))],
    [
      'years 1 and 9999',
      [paper({ id: 'a', title: 'coral reef', date: '0001' }), paper({ id: 'b', title: 'coral tide', date: '9999' })],
    ],
    [
      'other scripts',
      [
        paper({ id: 'a', title: '机器学习模型 研究' }),
        paper({ id: 'b', title: 'نماذج اللغة الكبيرة' }),
        paper({ id: 'c', title: '🙂 модели языка' }),
      ],
    ],
    ['some without a term', [...plantedPapers(6, 2), paper({ id: 'zz', title: 'The of and', abstract: '1 2 3' })]],
  ])('%s', (_, papers) => {
    for (const topics of ['auto', 3, 50] as const) {
      const result = analyze(papers, { topics, seed: 1 })
      expect(result.assignments).toHaveLength(papers.length)
      expect(result.topics.length).toBeGreaterThan(0)
      expect(result.topics.every(({ label }) => label !== '')).toBe(true)
      expect(new Set(result.topics.map(({ label }) => label)).size).toBe(result.topics.length)
      expect(numbersOf(result).every((value) => Number.isFinite(value))).toBe(true)
    }
  })

  it('refuses papers without any usable term', () => {
    expect(() => analyze([paper({ id: 'a', title: 'The of and' })], { topics: 'auto', seed: 1 })).toThrow(
      'no usable term in 1 paper',
    )
  })
})
