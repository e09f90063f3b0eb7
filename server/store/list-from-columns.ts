import { readPeriod } from '../../shared/period-span.ts'
import { collectionVersion } from './collections.ts'
import { pickFromLists, type ListChoice } from './list-choice.ts'
import { countUpTo } from './list-from-tables.ts'
import { decodeCursor, encodeCursor, unknownCursor, type Page } from './page.ts'
import { analysisLists, paperLists } from './paper-lists.ts'
import { NO_FIRST_DAY, NO_LAST_DAY, type Picked } from './paper-order.ts'
import type { PapersRequest } from './papers-request.ts'
import { listsOfAnalysis, readNumbered, type PlacedPaper } from './placed-papers.ts'
import type { Store } from './store.ts'

type Asked = Omit<PapersRequest, 'ids'>

/**
 * One page of papers from the files beside the database, without a look at its rows; null where they are not there (yet), or where papers came after
 * the analysis that is asked for. Throws `not-found` and `bad-request` as `listPapers` does.
 */
export function listFromColumns(store: Store, request: Asked): Promise<Page<PlacedPaper> | null> {
  return listPicked(store, request, (choice) => pickFromLists(store.lists, choice, null))
}

/** The same of papers that are picked elsewhere: those that a query found. Null also where `pick` gives null. */
export async function listPicked<P extends Picked>(
  store: Store,
  request: Asked,
  pick: (choice: ListChoice) => Promise<P | null>,
): Promise<(Page<PlacedPaper> & { picked: P }) | null> {
  const { collectionId, analysisId, sort, topic, limit, cursor } = request
  const { version } = await collectionVersion(store, collectionId)
  const path = paperLists(store.folders, collectionId, version)
  const lists = await store.lists.get(path)
  const needsAnalysis = topic !== undefined || sort === 'score'
  const ofAnalysis = needsAnalysis && analysisId !== null ? await listsOfAnalysis(store, analysisId, version) : null
  if (lists === null || (needsAnalysis && ofAnalysis === null)) return null
  const picked = await pick({
    version,
    lists: path,
    analysis: needsAnalysis ? analysisLists(store.folders, analysisId!) : null,
    sort,
    topic: topic ?? null,
    days: daysOf(request),
    after:
      cursor === undefined ? -1 : (placeIn(cursor, request, version) ?? (await countUpTo(store, request, cursor)) - 1),
    limit,
  })
  if (picked === null) return null
  const { numbers, place, hasMore, total } = picked
  const [items, first] = await Promise.all([
    readNumbered(store, { collectionId, version, analysisId }, numbers),
    lists.int32('firstDay'),
  ])
  if (items === null) return null
  const behind = (): string => {
    const paper = items.at(-1)!
    return encodeCursor([sort, keyOf(paper, request, first[numbers.at(-1)!]), paper.id, version, place])
  }
  return { items, picked, total, nextCursor: hasMore ? behind() : null }
}

function daysOf({ from, to }: Asked): ListChoice['days'] {
  if (from === undefined && to === undefined) return null
  return {
    // A paper without a date is in no period, not even in one without an end.
    from: from === undefined ? NO_FIRST_DAY + 1 : readPeriod(from).first,
    to: to === undefined ? NO_LAST_DAY - 1 : readPeriod(to).last,
  }
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
