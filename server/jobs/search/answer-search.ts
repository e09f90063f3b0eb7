import { compareSets } from '../../analysis/search/compare-sets.ts'
import { parseQuery } from '../../analysis/search/query.ts'
import { rankPage } from '../../analysis/search/rank.ts'
import type { Scope } from '../../analysis/search/scope.ts'
import { findPapers, type Matches } from '../../analysis/search/search.ts'
import type { TextIndex } from '../../analysis/search/text-index.ts'
import { queryTrends } from '../../analysis/trends/query-trends.ts'
import type { AnalysisSource, Matched, SearchRequest, SearchStretch, SearchText } from './requests.ts'

/** Where indexes and analyses come from. */
export interface SearchSources {
  index(file: string): Promise<TextIndex>
  scope(analysis: AnalysisSource, index: TextIndex): Promise<Scope>
}

/** Answers one search from the index it names. */
export async function answerSearch(request: SearchRequest, sources: SearchSources): Promise<unknown> {
  const index = await sources.index(request.file)
  switch (request.type) {
    case 'trends':
      return queryTrends(index, request.queries, request.options)
    case 'contrast': {
      const scope = await sources.scope(request.analysis, index)
      return compareSets(index, scope, request.a, request.b, request.most, request.analysis.ignored)
    }
    case 'match': {
      const { matches } = await find(index, request.text, sources)
      const ids = Array.from(matches.papers, (paper) => index.ids[paper])
      return { ids, scores: [...matches.scores] } satisfies Matched
    }
    case 'page': {
      const { matches, scope } = await find(index, request.text, sources)
      const { stretch } = request
      return rankPage(index, narrowed(index, matches, scope, stretch), stretch.after, stretch.limit)
    }
  }
}

async function find(
  index: TextIndex,
  { query, fields, words, analysis }: SearchText,
  sources: SearchSources,
): Promise<{ matches: Matches; scope: Scope | null }> {
  const scope = analysis === null ? null : await sources.scope(analysis, index)
  return { matches: findPapers(index, parseQuery(query, words), fields, scope), scope }
}

function narrowed(
  index: TextIndex,
  { papers, scores }: Matches,
  scope: Scope | null,
  { topic, firstDay, lastDay }: SearchStretch,
): Matches {
  if (topic === null && firstDay === null && lastDay === null) return { papers, scores }
  const kept: number[] = []
  papers.forEach((paper, at) => {
    if (topic !== null && scope?.topicOf[paper] !== topic) return
    const isDated = index.precision[paper] > 0
    if (firstDay !== null && !(isDated && index.firstDay[paper] >= firstDay)) return
    if (lastDay !== null && !(isDated && index.lastDay[paper] <= lastDay)) return
    kept.push(at)
  })
  return {
    papers: Int32Array.from(kept, (at) => papers[at]),
    scores: Float64Array.from(kept, (at) => scores[at]),
  }
}
