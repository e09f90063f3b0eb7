import { ColumnFile } from '../../store/column-file.ts'
import { FileCache } from '../../store/file-cache.ts'
import { answerOf } from '../serve-child.ts'
import { answerSearch, type SearchSources } from './answer-search.ts'
import { IndexCache } from './index-cache.ts'
import type { SearchQuestion, SearchRequest } from './requests.ts'
import { ScopeCache } from './scope-cache.ts'
import type { SearchReply } from './searcher.ts'

// The entry of the process that answers searches: `searcher.ts` forks it.
const MOST_LISTS = 4
const indexes = new IndexCache()
const scopes = new ScopeCache()
const sources: SearchSources = {
  index: (file) => indexes.get(file),
  scope: (analysis, index, file) => scopes.get(analysis, index, file),
  lists: new FileCache((path) => ColumnFile.open(path), MOST_LISTS),
}
process.on('disconnect', () => process.exit(0))
process.on('message', (message) => {
  const { id, request } = message as SearchQuestion
  void answer(id, request)
})

async function answer(id: number, request: SearchRequest): Promise<void> {
  const reply: SearchReply = { id, answer: await answerOf(() => answerSearch(request, sources)) }
  process.send?.(reply)
}
