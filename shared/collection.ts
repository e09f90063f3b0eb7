import { z } from 'zod'
import { Receipt } from './receipt.ts'
import { Vocabulary } from './vocabulary.ts'

export const CollectionName = z.string().trim().min(1, 'must not be empty').max(200, 'must be at most 200 characters')

/** One import that a collection remembers. */
export const ImportRecord = z
  .object({ id: z.string(), filename: z.string(), createdAt: z.string(), receipt: Receipt })
  .meta({ id: 'ImportRecord' })
export type ImportRecord = z.infer<typeof ImportRecord>

/** A pile of papers under one name. */
export const Collection = z
  .object({
    id: z.string(),
    name: z.string(),
    papers: z.number().int(),
    /** Earliest and latest date of its papers, as written; null when none is dated. */
    from: z.string().nullable(),
    to: z.string().nullable(),
    createdAt: z.string(),
    updatedAt: z.string(),
    /** The newest finished analysis. `stale` where papers came or went since. */
    analysis: z
      .object({ id: z.string(), createdAt: z.string(), topics: z.number().int(), stale: z.boolean() })
      .nullable(),
    /** The job that is queued or running for it. */
    jobId: z.string().nullable(),
  })
  .meta({ id: 'Collection' })
export type Collection = z.infer<typeof Collection>

export const CollectionDetail = Collection.extend({
  imports: z.array(ImportRecord),
  /** What its next analysis ignores, and takes to mean the same. */
  vocabulary: Vocabulary,
}).meta({ id: 'CollectionDetail' })
export type CollectionDetail = z.infer<typeof CollectionDetail>
