import { hasUsableTerm, withoutTerms } from '../../analysis/topic-model.ts'
import { listPapers } from '../../store/papers.ts'
import type { Store } from '../../store/store.ts'

/** Collections so small that a look at their words holds nothing up; in larger ones the analysis itself finds out. */
const PAPERS = 20
const CHARACTERS = 50_000

/** Refuses a small collection in which no paper has a usable term before a job is made of it. Throws `unprocessable` and `not-found`. */
export async function refuseWithoutTerms(store: Store, collectionId: string): Promise<void> {
  const { items, total } = await listPapers(store, { collectionId, analysisId: null, sort: 'title', limit: PAPERS })
  if (total === 0 || total > PAPERS) return
  const characters = items.reduce((sum, { title, abstract }) => sum + (title?.length ?? 0) + (abstract?.length ?? 0), 0)
  if (characters > CHARACTERS || hasUsableTerm(items)) return
  throw withoutTerms(total)
}
