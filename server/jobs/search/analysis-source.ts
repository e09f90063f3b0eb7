import { join } from 'node:path'
import { readAnalysis, readTopics } from '../../store/analyses.ts'
import type { Store } from '../../store/store.ts'
import type { AnalysisSource } from './requests.ts'

/** Where the search process finds who is in which topic of an analysis. Throws `not-found`. */
export async function readAnalysisSource(store: Store, analysisId: string): Promise<AnalysisSource> {
  const [{ items }, { options }] = await Promise.all([readTopics(store, analysisId), readAnalysis(store, analysisId)])
  return {
    map: join(store.folders.results, analysisId, 'map.bin'),
    topics: items.map(({ id, label, themeId, themeLabel }) => ({ id, label, themeId, themeLabel })),
    ignored: options.vocabulary?.stopWords ?? [],
  }
}
