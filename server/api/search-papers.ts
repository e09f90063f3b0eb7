import { readPeriod } from '../../shared/period-span.ts'
import { TidemapError } from '../../shared/error.ts'
import type { WordRule } from '../../shared/query-language.ts'
import type { Highlights } from '../../shared/search.ts'
import type { TrendField } from '../../shared/trend.ts'
import { createHighlighter } from '../analysis/search/highlight.ts'
import { parseQuery } from '../analysis/search/query.ts'
import type { RankPlace } from '../analysis/search/rank.ts'
import type { Jobs } from '../jobs/jobs.ts'
import { decodeCursor, encodeCursor, unknownCursor, type Page, type PageRequest } from '../store/page.ts'
import { listPicked } from '../store/list-from-columns.ts'
import type { PaperOrder } from '../store/paper-order.ts'
import { listPapers } from '../store/papers.ts'
import { readNumbered, readPapers, type PlacedPaper } from '../store/placed-papers.ts'
import type { Store } from '../store/store.ts'

/** A paper of a list, and, where there was a query, how well and where it matches. */
export type FoundPaper = PlacedPaper & { score: number | null; highlights: Highlights | null }

/** Which papers, in which order. */
export interface PapersAsk extends PageRequest {
  collectionId: string
  analysisId: string | null
  /** Null for all papers. */
  query: string | null
  fields: readonly TrendField[]
  words: WordRule
  highlight: boolean
  topic: number | undefined
  /** Queries that a paper must match as well. */
  within?: readonly string[] | undefined
  from: string | undefined
  to: string | undefined
  /** Undefined: relevance where there is a query, else the newest first. */
  sort: 'relevance' | PaperOrder | undefined
}

/** One page of the papers that are asked for. Throws `not-found`, or `bad-request` for a query, date or cursor that is none. */
export async function searchPapers(
  { store, jobs }: { store: Store; jobs: Jobs },
  ask: PapersAsk,
): Promise<Page<FoundPaper>> {
  const { collectionId, analysisId, query, fields, words, highlight, sort } = ask
  if (query === null) {
    if (sort === 'relevance')
      throw new TidemapError('bad-request', 'sort: relevance: there is no query', {
        hint: 'give a query, or another order',
      })
    const page = await listPapers(store, { ...ask, sort: sort ?? 'newest' })
    return { ...page, items: page.items.map((paper) => ({ ...paper, score: null, highlights: null })) }
  }
  const text = { query, fields, words, analysisId, within: ask.within }
  const highlightsOf = highlight ? createHighlighter(parseQuery(query, words), fields) : () => null
  const found = (papers: PlacedPaper[], scores: ReadonlyMap<string, number>): FoundPaper[] =>
    papers.map((paper) => ({ ...paper, score: scores.get(paper.id) ?? null, highlights: highlightsOf(paper) }))

  if (sort !== undefined && sort !== 'relevance') {
    const quick = await listPicked(store, { ...ask, sort }, (choice) => jobs.matchListed(collectionId, text, choice))
    if (quick !== null) {
      const { items, picked, total, nextCursor } = quick
      return {
        items: found(items, new Map(items.map(({ id }, at) => [id, roundScore(picked.scores[at])]))),
        total,
        nextCursor,
      }
    }
    const { ids, scores } = await jobs.match(collectionId, text)
    const page = await listPapers(store, { ...ask, sort, ids })
    return { ...page, items: found(page.items, new Map(ids.map((id, at) => [id, roundScore(scores[at])]))) }
  }
  const { items, total, next, version } = await jobs.searchPage(collectionId, text, {
    topic: ask.topic ?? null,
    firstDay: ask.from === undefined ? null : readPeriod(ask.from).first,
    lastDay: ask.to === undefined ? null : readPeriod(ask.to).last,
    after: ask.cursor === undefined ? null : placeOf(ask.cursor),
    limit: ask.limit,
  })
  const numbers = items.map(({ number }) => number)
  const papers =
    (await readNumbered(store, { collectionId, version, analysisId }, numbers)) ??
    (await readPapers(
      store,
      collectionId,
      analysisId,
      items.map(({ id }) => id),
    ))
  return {
    items: found(papers, new Map(items.map(({ id, score }) => [id, roundScore(score)]))),
    total,
    nextCursor: next === null ? null : encodeCursor(['relevance', next.score, next.day, next.id]),
  }
}

function placeOf(cursor: string): RankPlace {
  const [of, score, day, id] = decodeCursor(cursor)
  if (of !== 'relevance' || typeof score !== 'number' || typeof day !== 'number' || typeof id !== 'string')
    throw unknownCursor(cursor)
  return { score, day, id }
}

const roundScore = (score: number): number => Math.round(score * 1e4) / 1e4
