import { z } from 'zod'

/** A stretch of a text that matches a query: UTF-16 units from `start` up to, not including, `end`. */
export const TextRange = z.object({ start: z.number().int(), end: z.number().int() }).meta({ id: 'TextRange' })
export type TextRange = z.infer<typeof TextRange>

/** Where a paper matches a query; texts are plain, never markup. */
export const Highlights = z
  .object({
    /** Stretches of the title, ascending, apart from each other. */
    title: z.array(TextRange),
    /** The part of the abstract (about 200 characters, `…` where it was cut) that matches best; null where none does. */
    snippet: z.object({ text: z.string(), ranges: z.array(TextRange) }).nullable(),
  })
  .meta({ id: 'Highlights' })
export type Highlights = z.infer<typeof Highlights>
