import { contrast } from '../../analysis/search/contrast.ts'
import { matchQuery } from '../../analysis/search/search.ts'
import { queryTrends } from '../../analysis/trends/query-trends.ts'
import type { IndexCache } from './index-cache.ts'
import type { SearchRequest } from './searcher.ts'

/** Answers one search from the index it names. */
export async function answerSearch(request: SearchRequest, indexes: IndexCache): Promise<unknown> {
  const index = await indexes.get(request.file)
  if (request.type === 'trends') return queryTrends(index, request.queries, request.options)
  if (request.type === 'contrast') {
    const number = new Map(index.ids.map((id, i) => [id, i]))
    const numbers = (ids: readonly string[]): number[] => ids.flatMap((id) => number.get(id) ?? [])
    return contrast(index, numbers(request.a), numbers(request.b))
  }
  return Array.from(matchQuery(index, request.query, request.fields), (number) => index.ids[number])
}
