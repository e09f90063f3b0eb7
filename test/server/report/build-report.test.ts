import { describe, expect, it } from 'vitest'
import { buildReport } from '../../../server/report/build-report.ts'
import { html } from '../../../server/report/html.tsx'
import { markdown } from '../../../server/report/markdown.ts'
import { ReportModel } from '../../../shared/report.ts'
import type { TopicDrift } from '../../../shared/topic-drift.ts'
import { paperOf, reportInput } from './report-input.ts'

const papers = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id, index) =>
  paperOf(id, { date: `202${index}`, datePrecision: 'year' }),
)

describe('buildReport', () => {
  it('gives a model of the documented shape', () => {
    expect(ReportModel.parse(buildReport(reportInput(papers)))).toEqual(buildReport(reportInput(papers)))
  })

  it('puts every paper into one topic, representative ones first, then by score', () => {
    const model = buildReport(reportInput(papers))
    expect(model.topics.flatMap((topic) => topic.paperIds).sort()).toEqual(papers.map((paper) => paper.id))
    expect(model.topics[0].paperIds).toEqual(['a', 'd', 'g'])
    expect(model.topics[0].papers).toBe(3)
  })

  it('says what entered and left a topic where that is known', () => {
    const change = (topicId: number, verdict: 'entered' | 'not enough data'): TopicDrift => ({
      topicId,
      bin: 'year',
      periods: ['2020'],
      totals: [9],
      complete: [true],
      terms: [{ term: 'wombat', papers: 9, counts: [9], change: verdict, peak: '2020', qValue: null }],
      stretches: [],
      entered: verdict === 'entered' ? ['wombat'] : [],
      left: [],
      notes: [],
    })
    const model = buildReport({ ...reportInput(papers), drift: [change(1, 'entered'), change(2, 'not enough data')] })
    expect(ReportModel.parse(model)).toEqual(model)
    expect(model.topics.map((topic) => topic.driftText)).toEqual(['Entered: wombat.', null, null])
    expect(model.topics.map((topic) => topic.drift?.entered)).toEqual([['wombat'], undefined, undefined])
    for (const pieces of [markdown(model), html(model)])
      expect([...pieces].join('').match(/Entered: wombat\./g)).toHaveLength(1)
  })

  it('takes assignments in any order', () => {
    const input = reportInput(papers)
    expect(buildReport({ ...input, assignments: [...input.assignments].reverse() })).toEqual(buildReport(input))
  })

  it('shows Miscellaneous last, and only where it holds papers', () => {
    const input = reportInput(papers)
    const assignments = input.assignments.map((one) => (one.paperId === 'b' ? { ...one, topicId: 0 } : one))
    expect(buildReport({ ...input, assignments }).topics.map((topic) => topic.id)).toEqual([1, 2, 3, 0])
    const described = { ...input.topics[0], id: 0, label: 'Miscellaneous' }
    expect(buildReport({ ...input, topics: [described, ...input.topics] }).topics.map((topic) => topic.id)).toEqual([
      1, 2, 3,
    ])
  })

  it('names a paper without an assignment, and a topic that nobody described', () => {
    const input = reportInput(papers)
    expect(() => buildReport({ ...input, assignments: input.assignments.slice(1) })).toThrow(
      'paper without an assignment: a',
    )
    expect(() => buildReport({ ...input, topics: input.topics.slice(1) })).toThrow('unknown topic: 1')
  })

  it('finds the first and last date as they were written', () => {
    const dated = [
      paperOf('a', { date: '2024' }),
      paperOf('b', { date: '2020-12-15' }),
      paperOf('c', { date: '2024-11' }),
      paperOf('d'),
    ]
    expect(buildReport(reportInput(dated)).collection).toMatchObject({ from: '2020-12-15', to: '2024', papers: 4 })
    expect(buildReport(reportInput([paperOf('a')])).collection).toMatchObject({ from: null, to: null })
  })

  it('keeps a receipt short', () => {
    const rejected = Array.from({ length: 30 }, (_, index) => ({ line: index, record: index, reason: 'no title' }))
    const receipt = {
      format: 'csv',
      encoding: 'utf-8',
      records: 37,
      papers: 7,
      rejected,
      duplicates: 0,
      titlesOnly: 0,
      inferredDates: 0,
      from: null,
      to: null,
      fields: {},
    }
    const [short] = buildReport({ ...reportInput(papers), receipts: [{ filename: 'x.csv', receipt }] }).imports
    expect(short).toMatchObject({ filename: 'x.csv', rejected: 30, notes: [] })
    expect(short.rejections).toHaveLength(20)
  })
})
