import { z } from 'zod'
import { Bin } from './period.ts'

/** How a term came or went within its topic. */
export const TermChange = z.enum(['entered', 'left', 'peaked', 'stayed', 'not enough data'])
export type TermChange = z.infer<typeof TermChange>

/** A term of a topic over time. */
export const DriftTerm = z
  .object({
    term: z.string(),
    /** Papers of the topic with it. */
    papers: z.number().int(),
    /** The same per period, in the order of `periods`; divide by `totals` for its share of the topic. */
    counts: z.array(z.number().int()),
    change: TermChange,
    /** Period of its highest share of the topic; null without dated papers. */
    peak: z.string().nullable(),
    /** False-discovery rate over all terms of all topics; null where it was not tested. */
    qValue: z.number().nullable(),
  })
  .meta({ id: 'DriftTerm' })
export type DriftTerm = z.infer<typeof DriftTerm>

/** How the words of one topic changed: what its papers spoke of in each period, what entered and what left. */
export const TopicDrift = z
  .object({
    topicId: z.number().int(),
    bin: Bin,
    periods: z.array(z.string()),
    /** Papers of the topic per period. */
    totals: z.array(z.number().int()),
    complete: z.array(z.boolean()),
    /** Its terms, most papers first. */
    terms: z.array(DriftTerm),
    /** Per stretch of periods, the terms that set it apart from the rest of the topic, most telling first. */
    stretches: z.array(
      z.object({
        /** First and last period. */
        from: z.string(),
        to: z.string(),
        papers: z.number().int(),
        terms: z.array(z.string()),
      }),
    ),
    /** Terms that entered, and that left, the surest first. */
    entered: z.array(z.string()),
    left: z.array(z.string()),
    notes: z.array(z.string()),
  })
  .meta({ id: 'TopicDrift' })
export type TopicDrift = z.infer<typeof TopicDrift>
