import { compareSets } from '../../analysis/search/compare-sets.ts'
import { membersOf } from '../../analysis/search/query-sets.ts'
import { parseQuery } from '../../analysis/search/query.ts'
import { placeAmong, rankPage } from '../../analysis/search/rank.ts'
import type { Scope } from '../../analysis/search/scope.ts'
import { findPapers, type Matches } from '../../analysis/search/search.ts'
import type { TextIndex } from '../../analysis/search/text-index.ts'
import { crossTrends } from '../../analysis/trends/cross-trends.ts'
import { queryTrends } from '../../analysis/trends/query-trends.ts'
import type { ColumnFile } from '../../store/column-file.ts'
import type { FileCache } from '../../store/file-cache.ts'
import { pickFromLists } from '../../store/list-choice.ts'
import { keepTopicCounts } from './topic-counts-file.ts'
import { warmUp } from './warm-up.ts'
import type { AnalysisSource, Matched, MatchedList, SearchRequest, SearchStretch, SearchText } from './requests.ts'

/** Where indexes and analyses come from. */
export interface SearchSources {
  index(file: string): Promise<TextIndex>
  scope(analysis: AnalysisSource, index: TextIndex, indexFile: string): Promise<Scope>
  /** Orders of papers, by path. */
  readonly lists: Pick<FileCache<ColumnFile>, 'get'>
}

/** Answers one search from the index it names. */
export async function answerSearch(request: SearchRequest, sources: SearchSources): Promise<unknown> {
  const index = await sources.index(request.file)
  switch (request.type) {
    case 'load':
      await getReady(index, request, sources)
      return null
    case 'trends':
      return queryTrends(
        index,
        request.queries,
        request.options,
        request.analysis === null ? null : await sources.scope(request.analysis, index, request.file),
      )
    case 'cross':
      return crossTrends(index, await sources.scope(request.analysis, index, request.file), request.choice)
    case 'contrast': {
      const scope = await sources.scope(request.analysis, index, request.file)
      return compareSets(index, scope, request.a, request.b, request.most, request.analysis.ignored)
    }
    case 'match': {
      const { papers, scoresOf } = await find(index, request, sources)
      const ids = Array.from(papers, (paper) => index.ids.at(paper)!)
      return { ids, scores: [...scoresOf(papers)] } satisfies Matched
    }
    case 'listed': {
      const { papers, scoresOf } = await find(index, request, sources)
      const picked = await pickFromLists(sources.lists, request.choice, papers)
      if (picked === null) return null
      const shown = Int32Array.from(picked.numbers).sort()
      const scores = scoresOf(shown)
      return {
        ...picked,
        scores: picked.numbers.map((paper) => scores[placeAmong(shown, paper)]),
      } satisfies MatchedList
    }
    case 'page': {
      const { papers: all, scope, scoresOf } = await find(index, request, sources)
      const { stretch } = request
      const papers = narrowed(index, all, scope, stretch)
      return rankPage(index, { papers, scores: scoresOf(papers) }, stretch.after, stretch.limit)
    }
  }
}

async function getReady(
  index: TextIndex,
  { file, analysis }: Extract<SearchRequest, { type: 'load' }>,
  sources: SearchSources,
): Promise<void> {
  const scope = analysis === null ? null : await sources.scope(analysis, index, file)
  await inTurns(warmUp(index, scope))
  // Where it cannot be kept, on a full disk or of what was deleted meanwhile, it is counted anew at the next start.
  if (analysis !== null && scope !== null) await keepTopicCounts(analysis, file, index, scope.topicOf).catch(() => {})
}

async function find(
  index: TextIndex,
  { file, text }: { file: string; text: SearchText },
  sources: SearchSources,
): Promise<Pick<Matches, 'papers' | 'scoresOf'> & { scope: Scope | null }> {
  const { query, fields, words, within = [], analysis } = text
  const scope = analysis === null ? null : await sources.scope(analysis, index, file)
  const { papers, scoresOf } = findPapers(index, parseQuery(query, words), fields, scope)
  const members = membersOf(index, within, scope)
  return { papers: members === null ? papers : papers.filter((paper) => members[paper] === 1), scoresOf, scope }
}

function narrowed(
  index: TextIndex,
  papers: Int32Array,
  scope: Scope | null,
  { topic, firstDay, lastDay }: SearchStretch,
): Int32Array {
  if (topic === null && firstDay === null && lastDay === null) return papers
  return papers.filter((paper) => {
    if (topic !== null && scope?.topicOf[paper] !== topic) return false
    const isDated = index.precision[paper] > 0
    if (firstDay !== null && !(isDated && index.firstDay[paper] >= firstDay)) return false
    return lastDay === null || (isDated && index.lastDay[paper] <= lastDay)
  })
}

/** Takes one step after the other, with a turn for what has been asked meanwhile between two. */
async function inTurns(steps: Iterable<void>): Promise<void> {
  for (const _ of steps) await new Promise((resolve) => setImmediate(resolve))
}
