import { z } from 'zod'

/** The votes that readers gave to the papers of a topic or theme, as their source counted them. */
export const TopicVotes = z
  .object({
    /** Papers whose votes are known; the figures are of those. */
    papers: z.number().int(),
    /** Votes of the median paper. */
    median: z.number(),
    total: z.number().int(),
  })
  .meta({ id: 'TopicVotes' })
export type TopicVotes = z.infer<typeof TopicVotes>
