import { z } from 'zod'
import { Bin } from './period.ts'
import { isEmptyVocabulary, Vocabulary } from './vocabulary.ts'

/** The options of an analysis, declared once: the form, the check, the command, the docs and the report read this. */
export const ANALYSIS_OPTIONS = {
  topics: {
    label: 'Topics',
    help: 'number of topics, or auto, fewer or more to choose it by stability',
    min: 1,
    max: 500,
    default: 'auto' as const,
  },
  seed: {
    label: 'Seed',
    help: 'starting point of every random choice; the same seed gives the same result',
    min: 0,
    max: 4294967295,
    default: 1,
  },
} as const

/** Ways to have the number of topics chosen by stability, each with what it takes. */
export const TOPIC_CHOICES = {
  auto: { label: 'Auto', means: 'the most stable of the usual numbers for so many papers' },
  fewer: { label: 'Fewer topics', means: 'the best-supported number clearly below the one that auto takes' },
  more: { label: 'More topics', means: 'the best-supported number clearly above the one that auto takes' },
} as const
export const TopicChoice = z.enum(
  Object.keys(TOPIC_CHOICES) as [keyof typeof TOPIC_CHOICES, ...(keyof typeof TOPIC_CHOICES)[]],
)
export type TopicChoice = z.infer<typeof TopicChoice>

const { topics, seed } = ANALYSIS_OPTIONS

export const AnalysisOptions = z
  .object({
    topics: z.union([TopicChoice, z.number().int().min(topics.min).max(topics.max)]).default(topics.default),
    seed: z.number().int().min(seed.min).max(seed.max).default(seed.default),
    /** Words of the collection's own that were ignored or meant the same; absent where there are none. */
    vocabulary: Vocabulary.optional(),
  })
  .meta({ id: 'AnalysisOptions' })
export type AnalysisOptions = z.infer<typeof AnalysisOptions>

/** Options with a vocabulary, in place of any they have; an empty one leaves none. */
export function withVocabulary(options: AnalysisOptions, vocabulary: Vocabulary | undefined): AnalysisOptions {
  const { vocabulary: _, ...rest } = options
  return vocabulary === undefined || isEmptyVocabulary(vocabulary) ? rest : { ...rest, vocabulary }
}

/** The stages of an analysis in the order in which they run, with the words that people see. */
export const STAGES = {
  read: 'Reading papers',
  tokens: 'Finding terms',
  vectors: 'Weighing terms',
  topics: 'Finding topics',
  map: 'Drawing the map',
  labels: 'Naming topics',
  trends: 'Following trends',
  write: 'Writing results',
} as const
export const Stage = z.enum(Object.keys(STAGES) as [keyof typeof STAGES, ...(keyof typeof STAGES)[]])
export type Stage = z.infer<typeof Stage>

/** A number of topics that was tried. */
export const TopicCount = z.object({
  topics: z.number().int(),
  /** Mean agreement (adjusted Rand index) of partitions into so many topics from different samples or seeds, at most 1. */
  stability: z.number(),
  /** Whether it is the number that was used. */
  chosen: z.boolean(),
  /** The choice that takes this number; absent where none does, or where the number was asked for. */
  role: TopicChoice.optional(),
})
export type TopicCount = z.infer<typeof TopicCount>

/** What came out, short enough for one screen. */
export const AnalysisSummary = z
  .object({
    papers: z.number().int(),
    rejected: z.number().int(),
    duplicates: z.number().int(),
    topics: z.array(
      z.object({ id: z.number().int(), label: z.string(), terms: z.array(z.string()), papers: z.number().int() }),
    ),
    themes: z.array(
      z.object({
        id: z.number().int(),
        label: z.string(),
        topics: z.array(z.number().int()),
        papers: z.number().int(),
      }),
    ),
    options: AnalysisOptions,
    seed: z.number().int(),
    /** Mean pairwise adjusted Rand index between runs that differ only in their seed, −1–1; null where there is one topic. */
    agreementBetweenSeeds: z.number().nullable(),
    /** Numbers of topics that were tried, ascending, with the evidence; absent in summaries of earlier versions. */
    topicCounts: z.array(TopicCount).optional(),
    /** Wall-clock seconds per stage. */
    seconds: z.record(z.string(), z.number()),
    /** Peak resident memory of the whole process tree. */
    peakMemoryBytes: z.number().int(),
    /** SHA-256 over papers.jsonl, assignments.csv, topics.csv and trends.csv. */
    resultHash: z.string(),
  })
  .meta({ id: 'AnalysisSummary' })
export type AnalysisSummary = z.infer<typeof AnalysisSummary>

/** What an analysis says about itself as a whole: what made it, and what it cannot say. */
export const AnalysisFacts = z
  .object({
    bin: Bin,
    /** Dated papers, papers without a date, and papers dated too coarsely for the bin. */
    dated: z.number().int(),
    undated: z.number().int(),
    coarse: z.number().int(),
    /** Papers without a single usable term: they sit in Miscellaneous. */
    withoutTerms: z.number().int(),
    /** Distinct terms in the vectors. */
    terms: z.number().int(),
    uncertain: z.number().int(),
    /** Numbers of topics that were tried, with the evidence; `chosen` marks the one used. */
    topicCounts: z.array(TopicCount),
    /** Papers on which the agreement between seeds was measured: all, or a sample of a large collection; 0 where there is none. */
    comparedPapers: z.number().int(),
    /** Plain sentences on what was done with the dates, such as why there is no trend verdict. */
    notes: z.array(z.string()),
  })
  .meta({ id: 'AnalysisFacts' })
export type AnalysisFacts = z.infer<typeof AnalysisFacts>

export const Analysis = z
  .object({
    id: z.string(),
    collectionId: z.string(),
    /** UTC, ISO 8601: when it was finished. */
    createdAt: z.string(),
    options: AnalysisOptions,
    summary: AnalysisSummary,
    facts: AnalysisFacts,
    /** Version of Tidemap that made it. */
    version: z.string(),
  })
  .meta({ id: 'Analysis' })
export type Analysis = z.infer<typeof Analysis>
