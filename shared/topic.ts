import { z } from 'zod'
import { TopicVotes } from './topic-votes.ts'
import { Verdict } from './trend.ts'

/** Topic 0 holds the papers that belong to no other. */
export const MISCELLANEOUS = 0

export const Topic = z.object({
  /** 1…, largest first; 0 is Miscellaneous. */
  id: z.number().int(),
  label: z.string(),
  /** Most telling terms in their readable form, best first. */
  terms: z.array(z.string()),
  papers: z.number().int(),
  /** Papers of the topic ÷ papers of the collection, 0–1. */
  share: z.number(),
  themeId: z.number().int(),
  themeLabel: z.string(),
  /** How well its members stay together over reseeded runs, 0–1; null where nothing was compared. */
  stability: z.number().nullable(),
  /**
   * Reseeded runs that were compared, and those in which it stays together (more than half of it and of a topic there are the same,
   * Jaccard); null where nothing was compared, absent in analyses of earlier versions.
   */
  runs: z.object({ compared: z.number().int(), together: z.number().int() }).nullable().optional(),
  /** Mean cosine of its papers to its centroid, 0–1. */
  cohesion: z.number(),
  verdict: Verdict,
  uncertain: z.number().int(),
  /** Ids of papers that stand for it: central and diverse, best first. */
  representative: z.array(z.string()),
  /** Other topics by cosine of centroids, nearest first. */
  nearest: z.array(z.object({ id: z.number().int(), similarity: z.number() })),
  /** Where its label stands on the map (densest place of its papers), map units. */
  x: z.number(),
  y: z.number(),
})
export type Topic = z.infer<typeof Topic>

/** A group of topics. */
export const Theme = z.object({
  id: z.number().int(),
  label: z.string(),
  topics: z.array(z.number().int()),
  papers: z.number().int(),
  x: z.number(),
  y: z.number(),
})
export type Theme = z.infer<typeof Theme>

/** A term of a paper and its part in why the paper is in its topic. */
export const Reason = z.object({
  term: z.string(),
  /** Part of the paper's score that this term brings, 0–1. */
  share: z.number(),
})
export type Reason = z.infer<typeof Reason>

/** Where a paper stands in an analysis. */
export const Assignment = z
  .object({
    paperId: z.string(),
    topicId: z.number().int(),
    /** Cosine to the topic's centroid, 0–1. */
    score: z.number(),
    runnerUpTopicId: z.number().int().nullable(),
    /** Cosine to the runner-up's centroid; null where there is none. */
    runnerUpScore: z.number().nullable(),
    /** True where the two best topics are too close to call. */
    uncertain: z.boolean(),
    x: z.number(),
    y: z.number(),
    reasons: z.array(Reason),
  })
  .meta({ id: 'Assignment' })
export type Assignment = z.infer<typeof Assignment>

/** Where a paper stands, without why: reasons are most of an assignment, and few ask for them. */
export type Placed = Omit<Assignment, 'reasons'>

/** Where papers stand, in their order; an array is one. */
export interface PlacedList extends Iterable<Placed> {
  readonly length: number
  at(place: number): Placed | undefined
}

const Votes = { votes: TopicVotes.nullable().meta({ description: 'null where no paper of it has votes' }) }

/** A topic with the votes of its papers: what the API calls a topic. */
export const VotedTopic = Topic.extend(Votes).meta({ id: 'Topic' })

/** Topics and themes with the votes of their papers. */
export const VotedTopics = z
  .object({ items: z.array(VotedTopic), themes: z.array(Theme.extend(Votes).meta({ id: 'Theme' })) })
  .meta({ id: 'Topics' })
export type VotedTopics = z.infer<typeof VotedTopics>
