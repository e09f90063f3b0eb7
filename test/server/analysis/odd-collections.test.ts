import { describe, expect, it } from 'vitest'
import { analyze, type AnalysisResult } from '../../../server/analysis/analyze.ts'
import type { AnalysisOptions } from '../../../shared/analysis.ts'
import type { Paper } from '../../../shared/paper.ts'
import { paper, plantedPapers } from '../../support/planted-papers.ts'
import type { OnStage } from '../../../server/analysis/topic-model.ts'
import { builtKernels } from '../../support/built-kernels.ts'

/** With compiled kernels, which are quicker. */
function analysisOf(papers: readonly Paper[], options: AnalysisOptions, onStage?: OnStage): AnalysisResult {
  return analyze(papers, options, onStage, builtKernels)
}

const WISHES: readonly AnalysisOptions['topics'][] = ['auto', 'fewer', 'more', 1, 50]

/** Five megabytes in one abstract, beside a few ordinary papers. */
const giant = (): Paper[] => [
  paper({ id: 'giant', title: 'Giant', abstract: 'coral reef bleaching of the old lagoon '.repeat(130_000) }),
  ...plantedPapers(4, 2),
]
const ODD: readonly [string, () => Paper[]][] = [
  ['one paper', () => plantedPapers(1, 1)],
  ['two papers', () => plantedPapers(2, 1)],
  ['five papers', () => plantedPapers(5, 1)],
  ['ten papers', () => plantedPapers(5, 2)],
  ['twenty papers', () => plantedPapers(10, 2)],
  [
    'all the same',
    () =>
      Array.from({ length: 8 }, (_, i) =>
        paper({ id: `s${i}`, title: 'Coral reefs', abstract: 'Coral reefs in warm seas.' }),
      ),
  ],
  ['titles only', () => plantedPapers(3).map((one) => ({ ...one, abstract: null }))],
  ['one giant abstract', giant],
  ['no dates', () => plantedPapers(3).map((one) => ({ ...one, date: null, datePrecision: null }))],
  ['one year', () => plantedPapers(3).map((one) => ({ ...one, date: '2020', datePrecision: 'year' }))],
  [
    'years 1 and 9999',
    () => [
      paper({ id: 'a', title: 'coral reef', date: '0001' }),
      paper({ id: 'b', title: 'coral tide', date: '9999' }),
    ],
  ],
  [
    'other scripts',
    () => [
      paper({ id: 'a', title: '机器学习模型 研究' }),
      paper({ id: 'b', title: 'نماذج اللغة الكبيرة' }),
      paper({ id: 'c', title: '🙂 модели языка' }),
    ],
  ],
  ['some without a term', () => [...plantedPapers(6, 2), paper({ id: 'zz', title: 'The of and', abstract: '1 2 3' })]],
]

/** Every number in a result. */
function* numbersOf(value: unknown): Generator<number> {
  if (typeof value === 'number') yield value
  else if (ArrayBuffer.isView(value)) yield* value as unknown as Float64Array
  else if (value !== null && typeof value === 'object') for (const part of Object.values(value)) yield* numbersOf(part)
}

function expectWhole({ topics, themes, assignments, facts }: AnalysisResult, papers: readonly Paper[]): void {
  // Every paper in exactly one topic that exists.
  expect(Array.from(assignments, ({ paperId }) => paperId)).toEqual(papers.map(({ id }) => id))
  const sizes = new Map<number, number>()
  for (const { topicId } of assignments) sizes.set(topicId, (sizes.get(topicId) ?? 0) + 1)
  expect(new Map(topics.map(({ id, papers: size }) => [id, size]))).toEqual(sizes)

  // Topics 1…k, largest first, Miscellaneous last.
  const named = topics.filter(({ id }) => id !== 0)
  expect(topics.map(({ id }) => id)).toEqual([...named.map((_, i) => i + 1), ...(sizes.has(0) ? [0] : [])])
  const counts = named.map(({ papers: size }) => size)
  expect(counts).toEqual([...counts].sort((a, b) => b - a))
  expect(topics.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 4)

  // Papers stand for a topic, and none for what has nothing in common.
  expect(topics.map(({ representative }) => representative.length > 0)).toEqual(topics.map(({ id }) => id !== 0))

  // Themes hold every topic once, and as many papers as these.
  expect(themes.map(({ id }) => id)).toEqual(themes.map((_, i) => i + 1))
  expect(themes.flatMap((theme) => theme.topics).sort((a, b) => a - b)).toEqual(named.map(({ id }) => id))
  expect(themes.reduce((sum, theme) => sum + theme.papers, 0)).toBe(papers.length - (sizes.get(0) ?? 0))

  // Names are there, and tell topics apart.
  const labels = topics.map(({ label }) => label)
  expect(labels.every((label) => label.trim() !== '')).toBe(true)
  expect(new Set(labels).size).toBe(labels.length)
  expect(themes.every(({ label }) => label.trim() !== '')).toBe(true)

  // Numbers that were tried: one was used, and each choice takes at most one.
  expect(facts.topicCounts.filter(({ chosen }) => chosen)).toHaveLength(1)
  const roles = facts.topicCounts.flatMap(({ role }) => role ?? [])
  expect(new Set(roles).size).toBe(roles.length)
}

/** Where what is odd has nothing to do with the number of topics, other wishes only take time. */
const FEWER_WISHES: Record<string, readonly AnalysisOptions['topics'][]> = {
  'one giant abstract': ['auto'],
  'titles only': ['auto'],
  'some without a term': ['auto', 50],
  'twenty papers': ['auto', 50],
  'no dates': ['auto'],
  'one year': ['auto'],
}

describe('small and odd collections', () => {
  it.each(ODD)('%s', { timeout: 120_000 }, (name, make) => {
    const papers = make()
    for (const topics of FEWER_WISHES[name] ?? WISHES) {
      const result = analysisOf(papers, { topics, seed: 1 })
      expectWhole(result, papers)
      const numbers = [...numbersOf(result)].filter((number) => !Number.isFinite(number))
      expect(numbers).toEqual([])
    }
  })

  it('give no more topics than there are papers, and one where one is asked for', { timeout: 120_000 }, () => {
    const papers = plantedPapers(4)
    const [auto, fewer, more, one, fifty] = WISHES.map(
      (topics) => analysisOf(papers, { topics, seed: 1 }).topics.filter(({ id }) => id !== 0).length,
    )
    expect(fifty).toBeLessThanOrEqual(papers.length)
    expect(fifty).toBeGreaterThan(10)
    expect(one).toBe(1)
    expect(fewer).toBeLessThanOrEqual(auto)
    expect(more).toBeGreaterThanOrEqual(auto)
  })

  it.each(WISHES)('without any usable term are refused (topics: %s)', (topics) => {
    const papers = ['a', 'b'].map((id) => paper({ id, title: 'The of and', abstract: '1 2 3' }))
    expect(() => analysisOf(papers, { topics, seed: 1 })).toThrow('no usable term in 2 papers')
  })
})
