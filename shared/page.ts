import { z } from 'zod'

export const PAGE_LIMIT_MAX = 500

/** How a list is paged: ask with `cursor` for what follows. */
export const PageQuery = z.object({
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(PAGE_LIMIT_MAX).default(50),
})

/** One page of a list; `nextCursor` is null on the last. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), total: z.number().int(), nextCursor: z.string().nullable() })
}
