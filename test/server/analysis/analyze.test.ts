import { describe, expect, it } from 'vitest'
import { analyze, type AnalysisResult } from '../../../server/analysis/analyze.ts'
import { adjustedRandIndex } from '../../../server/analysis/topics/agreement.ts'
import { reasonTexts } from '../../../server/engine/reason-texts.ts'
import type { Paper } from '../../../shared/paper.ts'
import type { Reason } from '../../../shared/topic.ts'
import { plantedPapers } from '../../support/planted-papers.ts'
import type { AnalysisOptions } from '../../../shared/analysis.ts'
import type { OnStage } from '../../../server/analysis/topic-model.ts'
import { builtKernels } from '../../support/built-kernels.ts'

/** With compiled kernels, which are quicker. */
function analysisOf(papers: readonly Paper[], options: AnalysisOptions, onStage?: OnStage): AnalysisResult {
  return analyze(papers, options, onStage, builtKernels)
}

/** Why each paper stands where it does. */
function reasonsOf({ assignments }: AnalysisResult): Reason[][] {
  return Array.from(reasonTexts(assignments.reasons), (json) => JSON.parse(Buffer.from(json).toString()) as Reason[])
}

function agreement(result: AnalysisResult, papers: readonly Paper[]): number {
  return adjustedRandIndex(
    Int32Array.from(result.assignments, ({ topicId }) => topicId),
    Int32Array.from(papers, ({ label }) => Number(label)),
  )
}

/** What several tests look at, made once: the papers by their number a subject, and their analysis in four topics. */
const made = new Map<number, { papers: Paper[]; plain: AnalysisResult }>()
function plantedIn(count: number): { papers: Paper[]; plain: AnalysisResult } {
  const papers = plantedPapers(count)
  const known = made.get(count) ?? { papers, plain: analysisOf(papers, { topics: 4, seed: 1 }) }
  made.set(count, known)
  return known
}

describe('planted subjects', () => {
  it.each([10, 40, 260])('are found among %i papers each', (count) => {
    const { papers, plain: result } = plantedIn(count)
    expect(result.topics).toHaveLength(4)
    expect(agreement(result, papers)).toBeGreaterThan(0.95)
    expect(result.agreementBetweenSeeds).toBeGreaterThan(0.95)
    const labels = result.topics.map(({ label }) => label)
    expect(new Set(labels).size).toBe(4)
    expect(labels.join(' ')).toMatch(/coral/)
    for (const topic of result.topics) expect(topic.terms[0]).toBe(topic.label)
  })

  it('tells topic sizes, shares, reasons and places that add up', () => {
    const papers = plantedPapers(15)
    const result = analysisOf(papers, { topics: 4, seed: 2 })
    const { topics, themes, assignments, trends, facts } = result
    expect(topics.reduce((sum, topic) => sum + topic.papers, 0)).toBe(papers.length)
    expect(themes.flatMap((theme) => theme.topics).sort((a, b) => a - b)).toEqual(topics.map(({ id }) => id))
    expect(topics.map(({ papers: size }) => size)).toEqual(topics.map(({ papers: size }) => size).sort((a, b) => b - a))
    for (const { topicId, score, x, y } of assignments) {
      expect(topicId).toBeGreaterThan(0)
      for (const value of [score, x, y]) expect(Number.isFinite(value)).toBe(true)
    }
    const reasons = reasonsOf(result)
    expect(reasons).toHaveLength(papers.length)
    for (const list of reasons) {
      expect(list.length).toBeGreaterThan(0)
      expect(list.reduce((sum, { share }) => sum + share, 0)).toBeLessThanOrEqual(1.01)
    }
    for (const item of trends.items) {
      expect(item.points.reduce((sum, point) => sum + point.papers, 0)).toBe(item.papers)
    }
    expect(facts.dated).toBe(papers.length)
  })

  it('gives the same bits for the same seed', () => {
    const papers = plantedPapers(6)
    expect(analysisOf(papers, { topics: 'auto', seed: 5 })).toEqual(analysisOf(papers, { topics: 'auto', seed: 5 }))
  })

  it('gives the same bits in TypeScript and in WebAssembly', () => {
    const papers = plantedPapers(8)
    const options: AnalysisOptions = { topics: 4, seed: 5 }
    expect(analyze(papers, options)).toEqual(analysisOf(papers, options))
  })

  it('reports stages in order, each from 0 to 1', () => {
    const seen: string[] = []
    analysisOf(plantedPapers(5), { topics: 3, seed: 1 }, (stage, done) => {
      if (seen.at(-1) !== stage) seen.push(stage)
      expect(done).toBeGreaterThanOrEqual(0)
      expect(done).toBeLessThanOrEqual(1)
    })
    expect(seen).toEqual(['tokens', 'vectors', 'topics', 'map', 'labels', 'trends'])
  })
})

describe('a vocabulary', () => {
  const written = (result: AnalysisResult): string => JSON.stringify([result.topics, result.themes, reasonsOf(result)])

  it.each([10, 260])('keeps what it ignores out of labels, terms and reasons (%i papers a subject)', (count) => {
    const { papers, plain } = plantedIn(count)
    expect(written(plain)).toMatch(/coral/)
    const vocabulary = { stopWords: ['Corals', 'violin sonata'], synonyms: [] }
    const result = analysisOf(papers, { topics: 4, seed: 1, vocabulary })
    expect(written(result)).not.toMatch(/coral|violin sonata/)
    expect(agreement(result, papers)).toBeGreaterThan(0.95)
  })

  it.each([10, 260])('counts synonyms as one term, shown by its first form (%i papers a subject)', (count) => {
    const { papers, plain } = plantedIn(count)
    const vocabulary = { stopWords: [], synonyms: [['Sea animal', 'coral reef', 'coral', 'reef', 'polyp', 'lagoon']] }
    const result = analysisOf(papers, { topics: 4, seed: 1, vocabulary })
    expect(written(result)).not.toMatch(/coral|reef|polyp|lagoon/)
    expect(result.topics.map(({ label }) => label).join('; ')).toContain('Sea animal')
    const reasons = reasonsOf(result).flatMap((list) => list.map(({ term }) => term))
    expect(reasons).toContain('Sea animal')
    expect(result.facts.terms).toBeLessThan(plain.facts.terms)
    expect(agreement(result, papers)).toBeGreaterThan(0.95)
  })

  it('that is empty changes nothing', () => {
    const papers = plantedPapers(5)
    const vocabulary = { stopWords: [], synonyms: [] }
    const options = { topics: 'auto', seed: 3 } as const
    expect(analysisOf(papers, { ...options, vocabulary })).toEqual(analysisOf(papers, options))
  })
})
