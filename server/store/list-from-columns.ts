import { readPeriod } from '../../shared/period-span.ts'
import { collectionVersion } from './collections.ts'
import { countUpTo } from './list-from-tables.ts'
import { decodeCursor, encodeCursor, unknownCursor, type Page } from './page.ts'
import { paperLists } from './paper-lists.ts'
import { NO_FIRST_DAY, NO_LAST_DAY, pickPapers, type Pick } from './paper-order.ts'
import type { PapersRequest } from './papers-request.ts'
import { listsOfAnalysis, readNumbered, type PlacedPaper } from './placed-papers.ts'
import type { Store } from './store.ts'

type Asked = Omit<PapersRequest, 'ids'>

/** Papers by their numbers: those that a query found, at a version of the collection. */
export interface NumberedPapers {
  version: number
  /** Ascending. */
  numbers: Int32Array
}

/**
 * One page of papers from the files beside the database, without a look at its rows; null where they are not there (yet), where papers came after
 * the analysis that is asked for, or after `among` was found. Throws `not-found` and `bad-request` as `listPapers` does.
 */
export async function listFromColumns(
  store: Store,
  request: Asked,
  among: NumberedPapers | null = null,
): Promise<(Page<PlacedPaper> & { numbers: number[] }) | null> {
  const { collectionId, analysisId, sort, topic, limit, cursor } = request
  const { version } = await collectionVersion(store, collectionId)
  if (among !== null && among.version !== version) return null
  const lists = await store.lists.get(paperLists(store.folders, collectionId, version))
  const needsAnalysis = topic !== undefined || sort === 'score'
  const ofAnalysis = needsAnalysis && analysisId !== null ? await listsOfAnalysis(store, analysisId, version) : null
  if (lists === null || (needsAnalysis && ofAnalysis === null)) return null
  const [order, first, last, topicOf] = await Promise.all([
    sort === 'score' ? ofAnalysis!.int32('score') : lists.int32(sort),
    lists.int32('firstDay'),
    lists.int32('lastDay'),
    topic === undefined ? null : ofAnalysis!.int32('topic'),
  ])
  const { numbers, place, hasMore, total } = pickPapers({
    order,
    topic: topicOf === null ? null : { of: topicOf, id: topic! },
    days: daysOf(request, first, last),
    members: among === null ? null : maskOf(among.numbers, order.length),
    after:
      cursor === undefined ? -1 : (placeIn(cursor, request, version) ?? (await countUpTo(store, request, cursor)) - 1),
    limit,
  })
  const items = await readNumbered(store, { collectionId, version, analysisId }, numbers)
  if (items === null) return null
  const behind = (): string => {
    const paper = items.at(-1)!
    return encodeCursor([sort, keyOf(paper, request, first[numbers.at(-1)!]), paper.id, version, place])
  }
  return { items, numbers, total, nextCursor: hasMore ? behind() : null }
}

function daysOf({ from, to }: Asked, first: Int32Array, last: Int32Array): Pick['days'] {
  if (from === undefined && to === undefined) return null
  return {
    first,
    last,
    // A paper without a date is in no period, not even in one without an end.
    from: from === undefined ? NO_FIRST_DAY + 1 : readPeriod(from).first,
    to: to === undefined ? NO_LAST_DAY - 1 : readPeriod(to).last,
  }
}

function maskOf(numbers: Int32Array, size: number): Uint8Array {
  const mask = new Uint8Array(size)
  for (let i = 0; i < numbers.length; i++) mask[numbers[i]] = 1
  return mask
}

/** Place of a cursor that was given by this version of the papers; null for another. Throws `bad-request` for one of another order. */
function placeIn(cursor: string, { sort }: Asked, version: number): number | null {
  const [of, , , at, place] = decodeCursor(cursor)
  if (of !== sort) throw unknownCursor(cursor)
  return at === version && typeof place === 'number' && Number.isSafeInteger(place) && place >= 0 ? place : null
}

/** What the order goes by, of one paper: enough to go on behind it when papers came in between. */
function keyOf({ title, votes, assignment }: PlacedPaper, { sort }: Asked, firstDay: number): string | number {
  switch (sort) {
    case 'newest':
      return firstDay
    case 'oldest':
      return firstDay === NO_FIRST_DAY ? NO_LAST_DAY : firstDay
    case 'title':
      return title
    case 'score':
      return assignment?.score ?? -1
    case 'votes':
      return votes ?? -1
  }
}
