import { z } from 'zod'

/** One term that sets two sets of papers apart. */
export const ContrastTerm = z.object({
  /** As most papers write it. */
  term: z.string(),
  /** Log-odds of the term in the first set against the second; positive: more in the first. */
  logOdds: z.number(),
  /** 95% interval of the log-odds. */
  low: z.number(),
  high: z.number(),
  /** The log-odds in standard errors: beyond ±1.96 it is unlikely to be chance. */
  z: z.number(),
  /** Papers of each set that hold it. */
  papersA: z.number().int(),
  papersB: z.number().int(),
})
export type ContrastTerm = z.infer<typeof ContrastTerm>

/** Sets with fewer papers than this say little, and the answer says so. */
export const TINY_SET = 5
export const CONTRAST_TERMS_MAX = 100
export const CONTRAST_TERMS_DEFAULT = 20

const ContrastSide = z.object({
  /** In words: a topic's label, `2019 to 2021`, `all other papers`. */
  label: z.string(),
  /** Papers of the set. */
  papers: z.number().int(),
  /** Those of them that are not in both sets: what the counts of the terms are of. */
  compared: z.number().int(),
  terms: z.array(ContrastTerm),
})

/** What sets two sets of papers apart: the terms of the first, then those of the second, most telling first. */
export const Contrast = z
  .object({
    a: ContrastSide,
    b: ContrastSide,
    /** Papers that are in both sets: they are left out of the comparison. */
    overlap: z.number().int(),
    /** Plain sentences on what the comparison cannot say. */
    notes: z.array(z.string()),
  })
  .meta({ id: 'Contrast' })
export type Contrast = z.infer<typeof Contrast>
