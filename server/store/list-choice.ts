import type { ColumnFile } from './column-file.ts'
import type { FileCache } from './file-cache.ts'
import { pickPapers, type PaperOrder, type Picked } from './paper-order.ts'

/** Which papers of a list are wanted, as one process tells another. */
export interface ListChoice {
  /** Version of the papers that the lists are of. */
  version: number
  /** Paths of the collection's lists (`paper-lists.ts`), and of those of the analysis; null where it is not asked about. */
  lists: string
  analysis: string | null
  sort: PaperOrder
  topic: number | null
  /** Days since 1970-01-01, both included, between which every day that the date may mean lies; null for all papers. */
  days: { from: number; to: number } | null
  /** Place in the order behind which to go on; −1 to begin with. */
  after: number
  limit: number
}

/** Picks papers from lists, of all or of `members` (numbers, each once); null where a list is not there (yet). */
export async function pickFromLists(
  files: Pick<FileCache<ColumnFile>, 'get'>,
  { lists: path, analysis, sort, topic, days, after, limit }: ListChoice,
  members: Int32Array | null,
): Promise<Picked | null> {
  const [lists, ofAnalysis] = await Promise.all([files.get(path), analysis === null ? null : files.get(analysis)])
  if (lists === null || (ofAnalysis === null && analysis !== null)) return null
  return pickPapers({
    order: await (sort === 'score' ? ofAnalysis!.int32('score') : lists.int32(sort)),
    topic: topic === null ? null : { of: await ofAnalysis!.int32('topic'), id: topic },
    days: days === null ? null : { ...days, ...(await daysOf(lists)) },
    members,
    after,
    limit,
  })
}

async function daysOf(lists: ColumnFile): Promise<Record<'first' | 'last' | 'newest', Int32Array>> {
  const [first, last, newest] = await Promise.all(['firstDay', 'lastDay', 'newest'].map((name) => lists.int32(name)))
  return { first, last, newest }
}
