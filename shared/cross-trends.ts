import { z } from 'zod'
import { Bin } from './period.ts'

/** What the papers of a topic can be divided by. */
export const CrossBy = z.enum(['venue', 'organisation'])
export type CrossBy = z.infer<typeof CrossBy>

/** One venue or organisation over time. */
export const CrossGroup = z
  .object({
    label: z.string(),
    /** Its papers that are in the topic, or all of them where no topic was asked for. */
    papers: z.number().int(),
    /** The same per period. */
    counts: z.array(z.number().int()),
    /** All papers of the venue or organisation per period: counts ÷ totals is the topic's share of it. */
    totals: z.array(z.number().int()),
  })
  .meta({ id: 'CrossGroup' })
export type CrossGroup = z.infer<typeof CrossGroup>

/** A topic × venue or organisation over time. */
export const CrossTrends = z
  .object({
    by: CrossBy,
    /** Null for all papers. */
    topicId: z.number().int().nullable(),
    bin: Bin,
    periods: z.array(z.string()),
    complete: z.array(z.boolean()),
    /** Papers of the topic per period. */
    totals: z.array(z.number().int()),
    /** Most papers first. */
    groups: z.array(CrossGroup),
    /** Papers of the topic that name no venue or organisation. */
    nameless: z.number().int(),
    notes: z.array(z.string()),
  })
  .meta({ id: 'CrossTrends' })
export type CrossTrends = z.infer<typeof CrossTrends>
