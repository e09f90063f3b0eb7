import type { AnalysisResult } from '../../server/analysis/analyze.ts'
import { similarPart, similarParts } from '../../server/engine/similar-table.ts'
import { joinParts } from '../../server/engine/table-file.ts'

/** `similar.parquet`, all parts of which are made on this thread. `ids`: paper → id. */
export function similarTable(ids: readonly string[], similar: AnalysisResult['similar']): Iterable<Uint8Array> {
  return joinParts(Array.from(similarParts(ids, similar), similarPart.run))
}
