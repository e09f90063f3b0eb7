import type { AnalysisFacts } from '../../../shared/analysis.ts'
import type { Paper } from '../../../shared/paper.ts'
import type { Assignment, Theme, Topic } from '../../../shared/topic.ts'
import type { TrendItem, TrendPoint, Verdict } from '../../../shared/trend.ts'
import { paper } from '../../support/planted-papers.ts'
import type { ReportInput } from '../../../server/report/build-report.ts'

/** A paper of which only the id is given, with whatever a test sets. */
export function paperOf(id: string, rest: Partial<Paper> = {}): Paper {
  return paper({ id, title: `Title of ${id}`, ...rest })
}

/** A point with `papers` of `total` and a plain interval around it. */
export function pointOf(period: string, papers: number, total: number, complete = true): TrendPoint {
  const share = total === 0 ? null : papers / total
  return {
    period,
    papers,
    total,
    share,
    low: share === null ? null : share * 0.8,
    high: share === null ? null : Math.min(1, share * 1.2 + 0.01),
    complete,
  }
}

/** A collection of papers that fall into `topics` topics and two themes in turn; the last one is uncertain. */
export function reportInput(papers: readonly Paper[], topics = 3, verdict: Verdict = 'not enough data'): ReportInput {
  const assignments = papers.map((paper, index): Assignment => ({
    paperId: paper.id,
    topicId: (index % topics) + 1,
    score: (index % 7) / 7,
    runnerUpTopicId: ((index + 1) % topics) + 1,
    runnerUpScore: 0.1,
    uncertain: index === papers.length - 1,
    x: Math.cos(index),
    y: Math.sin(index * 1.7),
    reasons: [{ term: 'loss', share: 0.4 }],
  }))
  const list = Array.from({ length: topics }, (_, place) => topicOf(place + 1, assignments, verdict))
  const themes = [1, 2].map((id): Theme => {
    const members = list.filter((topic) => topic.themeId === id)
    return { id, label: `theme ${id}`, topics: members.map((one) => one.id), papers: 1, x: id, y: 0 }
  })
  const trends = list.map((topic): TrendItem => ({
    kind: 'topic',
    id: topic.id,
    label: topic.label,
    verdict,
    from: '2020',
    peak: '2022',
    size: null,
    qValue: null,
    bursts: [],
    papers: topic.papers,
    points: [pointOf('2020', 1, 10), pointOf('2021', 0, 0), pointOf('2022', 4, 10), pointOf('2023', 2, 8, false)],
  }))
  const facts: AnalysisFacts = {
    bin: 'year',
    dated: papers.filter((paper) => paper.date !== null).length,
    undated: papers.filter((paper) => paper.date === null).length,
    coarse: 0,
    withoutTerms: 0,
    comparedPapers: 0,
    terms: 100,
    uncertain: 1,
    topicCounts: [{ topics, stability: 0.7, chosen: true }],
    notes: ['Too few papers for a verdict.'],
  }
  const options = { topics: 'auto' as const, seed: 7 }
  return {
    collection: { name: 'Daily Papers' },
    analysis: {
      id: 'an1',
      collectionId: 'c1',
      createdAt: '2025-12-23T09:12:00.000Z',
      options,
      summary: {
        papers: papers.length,
        rejected: 0,
        duplicates: 0,
        topics: [],
        themes: [],
        options,
        seed: 7,
        agreementBetweenSeeds: 0.5,
        seconds: {},
        peakMemoryBytes: 1,
        resultHash: 'abc123',
      },
      facts,
      version: '0.1.0',
    },
    topics: list,
    themes,
    trends,
    papers,
    assignments,
  }
}

function topicOf(id: number, assignments: readonly Assignment[], verdict: Verdict): Topic {
  const members = assignments.filter((one) => one.topicId === id)
  return {
    id,
    label: `topic ${id}`,
    terms: [`topic ${id}`, 'loss', 'alignment'],
    papers: members.length,
    share: assignments.length === 0 ? 0 : members.length / assignments.length,
    themeId: (id % 2) + 1,
    themeLabel: `theme ${(id % 2) + 1}`,
    stability: 0.9,
    cohesion: 0.4,
    verdict,
    uncertain: 0,
    representative: members.slice(0, 2).map((one) => one.paperId),
    nearest: [],
    x: id,
    y: id,
  }
}

/** Texts that some format takes for more than text. */
export const PAYLOADS = [
  '=1+1',
  ' =HYPERLINK("http://evil.example","x")',
  '＝1+1',
  '\u200b@SUM(A1)',
  '-2+3|cmd',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '</title></style></textarea><b>',
  ']]><!--',
  '&lt;b&gt; &amp; &#x3c;',
  'javascript:alert(1)',
  '[click](javascript:alert(1))',
  '![x](https://evil.example/x.png)',
  '[ref]: https://evil.example',
  '<https://evil.example>',
  'www.evil.example and https://evil.example',
  '`code` **bold** _it_ ~~no~~ | cell |',
  '# heading',
  '1. one',
  '- item',
  '---',
  '} , url = {javascript:alert(1)',
  '@article{evil, title={x}}',
  '\\input{/etc/passwd} $x^2_i$ 50% & ~',
  '{unbalanced',
  'unbalanced}',
  'quote " in "quotes"',
  'line\nbreak\r\nand\ttab',
  'nul\u0000 and bell\u0007',
  '\u202eright to left',
  'lone \ud800 surrogate',
  '数据挖掘 — مرحبا 🌊',
]
