import { z } from 'zod'

/** One record that was not taken, and why. */
export const Rejection = z
  .object({
    /** 1-based line in the file where the record starts, as the file was decoded. */
    line: z.number().int(),
    /** 1-based number of the record among the file's records. */
    record: z.number().int(),
    reason: z.string(),
  })
  .meta({ id: 'Rejection' })
export type Rejection = z.infer<typeof Rejection>

/** A field of a paper and where it came from. */
export const FieldSource = z.object({
  /** The column, key or tag in the file; null where the format has no names. */
  column: z.string().nullable(),
  /** How many of the papers have it. */
  papers: z.number().int(),
})

/** What an import did, to the last record: records = papers + rejected.length + duplicates. */
export const Receipt = z
  .object({
    format: z.string(),
    encoding: z.string(),
    records: z.number().int(),
    /** Papers that are new: in the file, and in the collection where there is one. */
    papers: z.number().int(),
    rejected: z.array(Rejection),
    duplicates: z.number().int(),
    /** Papers kept without an abstract. */
    titlesOnly: z.number().int(),
    inferredDates: z.number().int(),
    /** Earliest and latest date of the papers, as written; null when none is dated. */
    from: z.string().nullable(),
    to: z.string().nullable(),
    /** Keyed by the paper's field. */
    fields: z.record(z.string(), FieldSource),
    /** Plain sentences on what was assumed: the page's year, the encoding. */
    notes: z.array(z.string()).optional(),
  })
  .meta({ id: 'Receipt' })
export type Receipt = z.infer<typeof Receipt>

/** The receipt of several files: their sum, and each one. `format` and `encoding` are `mixed` where they differ. */
export const FilesReceipt = Receipt.extend({
  files: z.array(Receipt.extend({ file: z.string() })),
})
export type FilesReceipt = z.infer<typeof FilesReceipt>
