import { z } from 'zod'
import { AnalysisOptions } from '../../shared/analysis.ts'
import { ImportRecord } from '../../shared/collection.ts'
import { CONTRAST_TERMS_DEFAULT, CONTRAST_TERMS_MAX } from '../../shared/contrast.ts'
import { PageQuery, pageOf } from '../../shared/page.ts'
import { PAPER_SETS, PaperSet, PaperSetText, REST } from '../../shared/paper-set.ts'
import { Paper } from '../../shared/paper.ts'
import { BinChoice, dateSpan } from '../../shared/period.ts'
import { PERIOD_EXAMPLES, PeriodName } from '../../shared/period-span.ts'
import { QUERY_FIELDS, QUERY_SIGNS, WORD_RULES } from '../../shared/query-language.ts'
import { Receipt } from '../../shared/receipt.ts'
import { ReportFormat } from '../../shared/report.ts'
import { Highlights } from '../../shared/search.ts'
import { SimilarPaper } from '../../shared/similar.ts'
import { Assignment } from '../../shared/topic.ts'
import { PHRASES_MAX, SMOOTH_MAX, TrendField } from '../../shared/trend.ts'
import { CrossBy } from '../../shared/cross-trends.ts'

/** Shapes that exist only on the wire: what routes take beside and around the words of `shared/`. */

const text = (description: string, max = 1000) => z.string().max(max).meta({ description })
const id = (description: string) => text(description, 500)

export const CollectionParams = z.object({ id: id('id of the collection') })
export const AnalysisParams = z.object({ id: id('id of the analysis') })
export const TopicParams = AnalysisParams.extend({
  topicId: z.coerce.number().int().min(0).meta({ description: 'id of the topic; 0 is Miscellaneous' }),
})
export const PaperParams = AnalysisParams.extend({ paperId: id('id of the paper, percent-encoded') })
export const JobParams = z.object({ id: id('id of the job') })

const Flag = z.enum(['true', 'false']).default('false')

/** `fields=title,abstract`: where a query looks. */
const readFields = (value: string): string[] => value.split(',').map((field) => field.trim())
const Fields = z
  .string()
  .default('title,abstract')
  .transform(readFields)
  .pipe(z.array(TrendField).min(1))
  .meta({ description: 'where the query looks: title, abstract or both, separated by a comma' })

export const ImportQuery = z.object({
  filename: text('name of the file; its ending helps to tell the format', 500).default('pasted.txt'),
  preview: Flag.transform((value) => value === 'true').meta({ description: 'read and report, but store nothing' }),
  encoding: text('auto, utf-8, utf-16le, utf-16be or latin1', 40).default('auto'),
  skipBad: Flag.transform((value) => value === 'true').meta({
    description: 'list malformed records instead of refusing the file',
  }),
  asOf: z
    .string()
    .refine((day) => day.length === 10 && isDate(day), 'must be YYYY-MM-DD')
    .optional()
    .meta({ description: 'the newest day a date without a year may mean; default today (UTC)' }),
})

export const ImportAnswer = z.object({ import: ImportRecord, receipt: Receipt }).meta({ id: 'ImportAnswer' })
export const ImportPreview = z.object({ receipt: Receipt, sample: z.array(Paper) }).meta({ id: 'ImportPreview' })

const PAPER_SORTS = ['relevance', 'newest', 'oldest', 'title', 'score', 'votes'] as const
export const PaperSort = z.enum(PAPER_SORTS)
export type PaperSort = z.infer<typeof PaperSort>

const FromTo = PeriodName.optional().meta({ description: `${PERIOD_EXAMPLES}, inclusive` })

function isDate(text: string): boolean {
  try {
    const { first, last } = dateSpan(text)
    return first <= last
  } catch {
    return false
  }
}

const QUERY_TEXT = [...QUERY_SIGNS, ...Object.values(QUERY_FIELDS)].map(({ example }) => example).join(', ')

const TRENDS_QUERIES_MAX = 20
const WithinText = text(
  'a query that names the set to look in, such as venue:NeurIPS, org:"Max Planck" or topic:3; repeat the parameter for what must hold as well',
)
const Within = z
  .union([WithinText, z.array(WithinText).max(TRENDS_QUERIES_MAX)])
  .transform((value) => (Array.isArray(value) ? value : [value]))
  .optional()

export const PapersQuery = PageQuery.extend({
  query: text(QUERY_TEXT).optional(),
  fields: Fields,
  words: z.enum(WORD_RULES).default('together').meta({
    description: 'whether words next to each other are a phrase (together) or may stand anywhere',
  }),
  highlight: z
    .enum(['true', 'false'])
    .default('true')
    .transform((value) => value === 'true')
    .meta({ description: 'say where each paper matches the query' }),
  topic: z.coerce.number().int().min(0).optional().meta({ description: 'only papers of this topic' }),
  within: Within,
  from: FromTo,
  to: FromTo,
  sort: PaperSort.optional().meta({ description: 'default relevance with a query, else newest' }),
  analysis: id('analysis that topic, score and assignment refer to; default the newest').optional(),
})

export const PaperInAnalysis = Paper.extend({
  assignment: Assignment.nullable(),
  /** How well it matches the query (BM25), 0 and up; null without one. */
  score: z.number().nullable(),
  /** Where it matches the query; null without one. */
  highlights: Highlights.nullable(),
}).meta({ id: 'PaperInAnalysis' })
export type PaperInAnalysis = z.infer<typeof PaperInAnalysis>
export const PaperPage = pageOf(PaperInAnalysis).meta({ id: 'PaperPage' })
export const PaperDetail = z.object({ paper: Paper, assignment: Assignment }).meta({ id: 'PaperDetail' })

export const SimilarAnswer = z
  .object({
    items: z.array(
      SimilarPaper.omit({ paperId: true }).extend({ paper: Paper.extend({ assignment: Assignment.nullable() }) }),
    ),
  })
  .meta({ id: 'SimilarPapers' })

const TrendQueryText = text('what to count; repeat the parameter for several')
export const TrendsQuery = z.object({
  query: z
    .union([TrendQueryText, z.array(TrendQueryText).min(1).max(TRENDS_QUERIES_MAX)])
    .transform((value) => (Array.isArray(value) ? value : [value])),
  bin: BinChoice.default('auto'),
  fields: z.string().transform(readFields).pipe(z.array(TrendField).min(1)).optional().meta({
    description:
      'where to look: title, abstract or both; default both, or titles alone where the abstracts come and go',
  }),
  within: Within,
  smooth: z.coerce.number().int().min(0).max(SMOOTH_MAX).default(0).meta({
    description: 'periods on each side that the smoothed share takes in; 0 for none',
  }),
  analysis: id('analysis whose topics the matches are divided over; default the newest').optional(),
})

export const AnalysisTrendsQuery = z.object({
  phrases: z.coerce
    .number()
    .int()
    .min(0)
    .max(PHRASES_MAX)
    .default(0)
    .meta({ description: 'most phrases to list, the strongest trend first' }),
})

export const CROSS_GROUPS_MAX = 100
export const CROSS_GROUPS_DEFAULT = 20
export const CrossQuery = z.object({
  by: CrossBy.default('venue').meta({ description: 'what to divide by' }),
  topic: z.coerce.number().int().min(0).optional().meta({ description: 'only papers of this topic; default all' }),
  bin: BinChoice.default('auto'),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(CROSS_GROUPS_MAX)
    .default(CROSS_GROUPS_DEFAULT)
    .meta({ description: 'most of them' }),
})

export const AnalyzeBody = AnalysisOptions.partial().strict().meta({ id: 'AnalyzeBody' })

const SETS = Object.values(PAPER_SETS).map(({ example }) => example)
const most = z.coerce.number().int().min(1).max(CONTRAST_TERMS_MAX).default(CONTRAST_TERMS_DEFAULT)
export const ContrastQuery = z.object({
  a: PaperSetText.meta({ description: `the first set of papers: ${SETS.join(', ')}` }),
  b: PaperSetText.default(REST).meta({
    description: `the second one, or ${REST} for all papers that are not in the first`,
  }),
  limit: most.meta({ description: 'most terms a side' }),
})
export const ContrastBody = z
  .object({ a: PaperSet, b: PaperSet.default(REST), limit: most })
  .strict()
  .meta({ id: 'ContrastBody' })

export const ReportQuery = z.object({ format: ReportFormat.default('html') })

export const Health = z.object({ ok: z.literal(true), version: z.string() }).meta({ id: 'Health' })
