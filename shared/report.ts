import { z } from 'zod'
import { AnalysisFacts, AnalysisOptions } from './analysis.ts'
import { Paper } from './paper.ts'
import { Rejection } from './receipt.ts'
import { Assignment, Theme, Topic } from './topic.ts'
import { TopicDrift } from './topic-drift.ts'
import { AnalysisTrends, TrendPoint } from './trend.ts'

/** The formats of a report: extension, media type and the words that people see. */
export const REPORT_FORMATS = {
  html: { label: 'Web page', contentType: 'text/html; charset=utf-8' },
  csv: { label: 'Spreadsheet (CSV)', contentType: 'text/csv; charset=utf-8' },
  json: { label: 'JSON', contentType: 'application/json; charset=utf-8' },
  md: { label: 'Markdown', contentType: 'text/markdown; charset=utf-8' },
  bib: { label: 'BibTeX', contentType: 'application/x-bibtex; charset=utf-8' },
} as const
export const ReportFormat = z.enum(
  Object.keys(REPORT_FORMATS) as [keyof typeof REPORT_FORMATS, ...(keyof typeof REPORT_FORMATS)[]],
)
export type ReportFormat = z.infer<typeof ReportFormat>

/** What made the result: the same papers, options and seed give the same result hash. */
export const ReportProvenance = z.object({
  analysisId: z.string(),
  /** UTC, ISO 8601: when the analysis was finished. */
  createdAt: z.string(),
  /** Version of Tidemap. */
  version: z.string(),
  options: AnalysisOptions,
  seed: z.number().int(),
  /** Mean pairwise adjusted Rand index between runs that differ only in their seed; null where there is one topic. */
  agreementBetweenSeeds: z.number().nullable(),
  resultHash: z.string(),
})
export type ReportProvenance = z.infer<typeof ReportProvenance>

/** One import in short. */
export const ReportImport = z.object({
  filename: z.string(),
  format: z.string(),
  encoding: z.string(),
  records: z.number().int(),
  papers: z.number().int(),
  rejected: z.number().int(),
  duplicates: z.number().int(),
  titlesOnly: z.number().int(),
  inferredDates: z.number().int(),
  /** The first rejected records, at most 20. */
  rejections: z.array(Rejection),
  notes: z.array(z.string()),
})
export type ReportImport = z.infer<typeof ReportImport>

/** How the words of a topic changed (`shared/topic-drift.ts` says what each part is). */
export const ReportDrift = TopicDrift.pick({ entered: true, left: true, stretches: true })
export type ReportDrift = z.infer<typeof ReportDrift>

/** A topic with its line over time and all its papers. */
export const ReportTopic = Topic.extend({
  /** One sentence on how it moves, or why that cannot be said. */
  verdictText: z.string(),
  /** Null where its papers are too few to tell, and in analyses that did not look. */
  drift: ReportDrift.nullable(),
  /** What entered it and what left it, in one line; null where nothing did for sure. */
  driftText: z.string().nullable(),
  /** Its share per period; empty without dated papers. */
  points: z.array(TrendPoint),
  /** Every paper of the topic, once: the representative ones first, then by score, then by id. */
  paperIds: z.array(z.string()),
})
export type ReportTopic = z.infer<typeof ReportTopic>

/** A paper and where it stands. */
export const ReportEntry = z.object({ paper: Paper, assignment: Assignment })
export type ReportEntry = z.infer<typeof ReportEntry>

/** Everything a report says, computed once; `report.json` is exactly this. */
export const ReportModel = z
  .object({
    /** Name and version of this shape. */
    schema: z.literal('tidemap-report/1'),
    collection: z.object({
      name: z.string(),
      papers: z.number().int(),
      /** Earliest and latest date, as written; null when none is dated. */
      from: z.string().nullable(),
      to: z.string().nullable(),
    }),
    provenance: ReportProvenance,
    imports: z.array(ReportImport),
    facts: AnalysisFacts,
    themes: z.array(Theme),
    /** By id; Miscellaneous (0) last, and only where it holds papers. */
    topics: z.array(ReportTopic),
    trends: AnalysisTrends,
    /** Ids of the papers whose two best topics are too close to call, by code point. */
    uncertain: z.array(z.string()),
    /** Every paper once, by id (code point). */
    papers: z.array(ReportEntry),
  })
  .meta({ id: 'Report' })
export type ReportModel = z.infer<typeof ReportModel>

/** What a report says besides its papers one by one. */
export type ReportFrame = Omit<ReportModel, 'papers'>
