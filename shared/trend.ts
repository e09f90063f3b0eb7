import { z } from 'zod'
import { Bin } from './period.ts'

export const VERDICTS = ['emerging', 'declining', 'peaked', 'steady', 'not enough data'] as const
/** What the data allow one to say of a trend. */
export const Verdict = z.enum(VERDICTS).meta({ id: 'Verdict' })
export type Verdict = z.infer<typeof Verdict>

/** The fields of a paper that a query may be counted in. */
export const TrendField = z.enum(['title', 'abstract'])
export type TrendField = z.infer<typeof TrendField>

/** One period of a series. */
export const TrendPoint = z
  .object({
    period: z.string(),
    /** Matching papers of the period. */
    papers: z.number().int(),
    /** All papers of the period that could have matched. */
    total: z.number().int(),
    /** papers ÷ total, 0–1; null where total is 0. */
    share: z.number().nullable(),
    /** Jeffreys 95% interval of the share; null where total is 0. */
    low: z.number().nullable(),
    high: z.number().nullable(),
    /** False where the newest date does not reach the period's end: "to date", out of every test. */
    complete: z.boolean(),
  })
  .meta({ id: 'TrendPoint' })
export type TrendPoint = z.infer<typeof TrendPoint>

export const QuerySeries = z.object({
  query: z.string(),
  verdict: Verdict,
  papers: z.number().int(),
  points: z.array(TrendPoint),
})
export type QuerySeries = z.infer<typeof QuerySeries>

/** Shares per period of typed queries over one collection. */
export const QueryTrends = z
  .object({
    bin: Bin,
    fields: z.array(TrendField),
    series: z.array(QuerySeries),
    dated: z.number().int(),
    undated: z.number().int(),
    coarse: z.number().int(),
    notes: z.array(z.string()),
  })
  .meta({ id: 'QueryTrends' })
export type QueryTrends = z.infer<typeof QueryTrends>

/** One line of an analysis: a topic or a theme over time. */
export const TrendItem = z
  .object({
    kind: z.enum(['topic', 'theme']),
    id: z.number().int(),
    label: z.string(),
    verdict: Verdict,
    /** First period in which it was seen, and the period of its highest share; null without dated papers. */
    from: z.string().nullable(),
    peak: z.string().nullable(),
    /** Change of the log-odds of the share per period (Theil-Sen); null where nothing was tested. */
    size: z.number().nullable(),
    /** False-discovery rate at which it counts as a trend (Benjamini-Hochberg); null where nothing was tested. */
    qValue: z.number().nullable(),
    papers: z.number().int(),
    points: z.array(TrendPoint),
  })
  .meta({ id: 'TrendItem' })
export type TrendItem = z.infer<typeof TrendItem>

export const AnalysisTrends = z
  .object({
    bin: Bin,
    items: z.array(TrendItem),
    dated: z.number().int(),
    undated: z.number().int(),
    coarse: z.number().int(),
    notes: z.array(z.string()),
  })
  .meta({ id: 'AnalysisTrends' })
export type AnalysisTrends = z.infer<typeof AnalysisTrends>
