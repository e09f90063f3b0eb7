import { z } from 'zod'

/** One term that sets two sets of papers apart. */
export const ContrastTerm = z.object({
  term: z.string(),
  /** Log-odds of the term in the first set against the second; positive: more in the first. */
  logOdds: z.number(),
  /** The same in standard errors: beyond ±1.96 it is unlikely to be chance. */
  z: z.number(),
  /** Papers of each set that hold it. */
  papersA: z.number().int(),
  papersB: z.number().int(),
})
export type ContrastTerm = z.infer<typeof ContrastTerm>

/** The terms of each of two sets, most telling first. */
export interface ContrastTerms {
  a: ContrastTerm[]
  b: ContrastTerm[]
}

/** What sets two sets of papers apart: the terms of the first, then those of the second, most telling first. */
export const Contrast = z
  .object({
    a: z.object({ label: z.string(), papers: z.number().int(), terms: z.array(ContrastTerm) }),
    b: z.object({ label: z.string(), papers: z.number().int(), terms: z.array(ContrastTerm) }),
  })
  .meta({ id: 'Contrast' })
export type Contrast = z.infer<typeof Contrast>
