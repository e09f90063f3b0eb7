import { z } from 'zod'
import { ContrastTerm } from './contrast.ts'
import { Paper } from './paper.ts'
import { Assignment, VotedTopic } from './topic.ts'

/** Terms of each comparison. */
export const DISTINGUISHING_TERMS = 12

/** A topic with everything that stands behind it. */
export const TopicDetail = VotedTopic.extend({
  /** Uncertain papers ÷ papers, 0–1. */
  uncertainShare: z.number(),
  /** The figures in sentences. */
  words: z.object({
    stability: z.string(),
    cohesion: z.string().nullable(),
    uncertain: z.string().nullable(),
  }),
  /** Other topics by cosine of centroids, nearest first, with what they are. */
  nearest: z.array(
    z.object({
      id: z.number().int(),
      similarity: z.number(),
      label: z.string(),
      papers: z.number().int(),
      themeLabel: z.string(),
    }),
  ),
  /** The papers of `representative`, in that order: central and diverse (maximal marginal relevance). */
  representativePapers: z.array(Paper.extend({ assignment: Assignment.nullable() })),
  /** What sets its papers apart: log-odds with an informative Dirichlet prior, most telling first. */
  distinguishing: z.object({
    /** Terms that are more in it than in all other papers. */
    rest: z.array(ContrastTerm),
    /** Terms that are more in it (`more`) and in its nearest topic (`less`) when the two are compared; null where there is no other topic. */
    nearest: z
      .object({ id: z.number().int(), label: z.string(), more: z.array(ContrastTerm), less: z.array(ContrastTerm) })
      .nullable(),
  }),
}).meta({ id: 'TopicDetail' })
export type TopicDetail = z.infer<typeof TopicDetail>
