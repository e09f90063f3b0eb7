import { z } from 'zod'

/** A paper that says much the same as another. */
export const SimilarPaper = z
  .object({
    paperId: z.string(),
    /** Cosine of the two papers' TF-IDF vectors, 0–1. */
    score: z.number(),
    /** The shared terms that bring most of it, most first. */
    terms: z.array(z.string()),
  })
  .meta({ id: 'SimilarPaper' })
export type SimilarPaper = z.infer<typeof SimilarPaper>
