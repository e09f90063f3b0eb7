import { createReadStream } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildTextIndex, type TextIndex } from '../../../../server/analysis/search/text-index.ts'
import { queryTrends } from '../../../../server/analysis/trends/query-trends.ts'
import { readFiles } from '../../../../server/import/read-files.ts'
import type { BinChoice } from '../../../../shared/period.ts'
import { sharedFile } from '../../../support/shared-folder.ts'

/** Computational linguistics to 2024: what rose and fell there is known, and is looked for in titles. */
const file = sharedFile('data/acl-anthology.jsonl.gz')

const PEAKS: readonly [query: string, year: number][] = [
  ['statistical machine translation', 2009],
  ['neural machine translation', 2018],
  ['word embedding', 2017],
  ['LSTM', 2017],
  ['BERT', 2020],
  ['Twitter', 2017],
  ['COVID', 2020],
]

describe.skipIf(!file)('the history of a field, not run: shared data is not here', () => {
  let index: TextIndex
  beforeAll(async () => {
    const { papers } = await readFiles([{ name: file!, bytes: createReadStream(file!) }], {
      encoding: 'auto',
      skipBad: true,
      asOf: '2025-01-01',
    })
    // Titles are all that is counted here.
    index = buildTextIndex(papers.map(({ paper }) => ({ ...paper, abstract: null })))
  }, 120_000)

  const ask = (bin: BinChoice, ...queries: string[]) =>
    queryTrends(index, queries, { bin, fields: ['title'], within: [], smooth: 0 }).series

  it.each(['auto', 'year'] as const)('peaks where it did, by %s', (bin) => {
    const series = ask(bin, ...PEAKS.map(([query]) => query))
    const years = series.map(({ peak }) => Number(peak!.slice(0, 4)))
    years.forEach((year, i) => expect(Math.abs(year - PEAKS[i][1]), PEAKS[i][0]).toBeLessThanOrEqual(1))
    // Its rise lies before most of these papers: what they show is the fall.
    expect(series[0].verdict).toMatch(/peaked|declining/)
    expect(series.slice(1).map(({ verdict }) => verdict)).toEqual(PEAKS.slice(1).map(() => 'peaked'))
  })

  it('sees both sides of a peak in two-year periods, which end with the last whole year', () => {
    const queries = ['neural machine translation', 'BERT', 'COVID', 'LSTM', 'word embedding', 'sentiment']
    const series = ask('two-year', ...queries)
    expect(series.map(({ verdict }) => verdict)).toEqual(queries.map(() => 'peaked'))
    expect(series.slice(0, 3).map(({ peak }) => peak)).toEqual(['2018/2019', '2020/2021', '2020/2021'])
    expect(series[0].points.at(-1)).toMatchObject({ period: '2024/2025', complete: false })
  })

  it.each(['auto', 'year'] as const)('knows what came to stay, by %s', (bin) => {
    const queries = ['prompt', 'retrieval augmented', 'chain of thought', 'instruction tuning', 'knowledge graph']
    expect(ask(bin, ...queries).map(({ verdict }) => verdict)).toEqual(queries.map(() => 'emerging'))
  })

  it('knows what rises and what is over', () => {
    const [large, parsing] = ask('auto', 'large language model', 'parsing')
    expect(large.verdict).toBe('emerging')
    expect(parsing.verdict).toMatch(/peaked|declining/)
  })

  it.each(['auto', 'year'] as const)('calls nothing a trend that is flat, by %s', (bin) => {
    for (const { query, verdict } of ask(bin, 'discourse', 'readability', 'metaphor'))
      expect(verdict, query).toMatch(/steady|not enough data/)
  })
})
