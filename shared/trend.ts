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
    /** Share of this period and so many on each side together (`smooth`), of complete periods; only where smoothing was asked for. */
    smoothed: z.number().nullable().optional(),
  })
  .meta({ id: 'TrendPoint' })
export type TrendPoint = z.infer<typeof TrendPoint>

/** Most periods on each side that smoothing may take in. */
export const SMOOTH_MAX = 10

/** A stretch of periods in which a series runs at twice its usual share or more. */
export const Burst = z
  .object({
    /** First and last period of it. */
    from: z.string(),
    to: z.string(),
    /** How much better the burst explains the counts than the usual share (difference of the log-likelihoods); above 0. */
    weight: z.number(),
  })
  .meta({ id: 'Burst' })
export type Burst = z.infer<typeof Burst>

const Judged = {
  verdict: Verdict,
  /** First well-filled period in which it was seen, and the one of its highest share; null without dated papers. */
  from: z.string().nullable(),
  peak: z.string().nullable(),
  /** Change of the log-odds of the share per period (Theil-Sen); null where nothing was tested. */
  size: z.number().nullable(),
  /** False-discovery rate at which it counts as a trend (Benjamini-Hochberg); null where nothing was tested. */
  qValue: z.number().nullable(),
  papers: z.number().int(),
  /** Bursts by Kleinberg's automaton, oldest first. */
  bursts: z.array(Burst).default([]),
}

/** How the papers that match a query divide over the topics of an analysis. */
export const QueryTopic = z
  .object({
    id: z.number().int(),
    label: z.string(),
    /** Matching papers of the topic. */
    papers: z.number().int(),
    /** Those ÷ all matching papers that the analysis placed, 0–1. */
    share: z.number(),
    /** Matching papers of the topic per period, in the order of the points. */
    counts: z.array(z.number().int()),
  })
  .meta({ id: 'QueryTopic' })
export type QueryTopic = z.infer<typeof QueryTopic>

export const QuerySeries = z.object({
  query: z.string(),
  ...Judged,
  /** Papers of the set that the query is counted in: all, those of `within`, or of a venue, organisation, topic or years that it names. */
  set: z.number().int(),
  points: z.array(TrendPoint),
  /** The topics that hold its papers, most first; null where the collection has no analysis. */
  topics: z.array(QueryTopic).nullable(),
})
export type QuerySeries = z.infer<typeof QuerySeries>

/** Shares per period of typed queries over one collection. */
export const QueryTrends = z
  .object({
    bin: Bin,
    fields: z.array(TrendField),
    /** The sets that everything was counted in, as typed; empty for all papers. */
    within: z.array(z.string()),
    /** Periods on each side that `smoothed` takes in; 0 for no smoothing. */
    smooth: z.number().int(),
    series: z.array(QuerySeries),
    dated: z.number().int(),
    undated: z.number().int(),
    coarse: z.number().int(),
    /** A wider bin that suits these papers better, such as two years where venues are biennial; null where this one is fine. */
    betterBin: Bin.nullable(),
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
    ...Judged,
    points: z.array(TrendPoint),
  })
  .meta({ id: 'TrendItem' })
export type TrendItem = z.infer<typeof TrendItem>

/** Most phrases that an analysis tests. */
export const PHRASES_MAX = 5000

/** Phrases that a report holds, the strongest trend first. */
export const REPORT_PHRASES = 100

/** A phrase over time. */
export const PhraseTrend = z
  .object({
    kind: z.literal('phrase'),
    /** 1…, the strongest trend first. */
    id: z.number().int(),
    /** As people write it. */
    label: z.string(),
    ...Judged,
    /** Papers with it per period, in the order of the periods. */
    counts: z.array(z.number().int()),
  })
  .meta({ id: 'PhraseTrend' })
export type PhraseTrend = z.infer<typeof PhraseTrend>

/** A period as all lines of an analysis share it. */
export const TrendPeriod = z.object({ period: z.string(), total: z.number().int(), complete: z.boolean() })
export type TrendPeriod = z.infer<typeof TrendPeriod>

export const AnalysisTrends = z
  .object({
    bin: Bin,
    /** The periods of every line, and of the counts of phrases. */
    periods: z.array(TrendPeriod).default([]),
    items: z.array(TrendItem),
    /** As many as were asked for, the strongest trend first. */
    phrases: z.array(PhraseTrend).default([]),
    dated: z.number().int(),
    undated: z.number().int(),
    coarse: z.number().int(),
    notes: z.array(z.string()),
  })
  .meta({ id: 'AnalysisTrends' })
export type AnalysisTrends = z.infer<typeof AnalysisTrends>
