import { answerOf } from '../serve-child.ts'
import { answerSearch } from './answer-search.ts'
import { IndexCache } from './index-cache.ts'
import type { SearchQuestion, SearchReply, SearchRequest } from './searcher.ts'

// The entry of the process that answers searches: `searcher.ts` forks it.
const indexes = new IndexCache()
process.on('disconnect', () => process.exit(0))
process.on('message', (message) => {
  const { id, request } = message as SearchQuestion
  void answer(id, request)
})

async function answer(id: number, request: SearchRequest): Promise<void> {
  const reply: SearchReply = { id, answer: await answerOf(() => answerSearch(request, indexes)) }
  process.send?.(reply)
}
