import { dirname, join } from 'node:path'
import { takeTopicCounts, topicCounts } from '../../analysis/search/count-terms.ts'
import { TEXT_INDEX_VERSION } from '../../analysis/search/text-index-file.ts'
import type { TextIndex } from '../../analysis/search/text-index.ts'
import { ColumnFile, writeColumns } from '../../store/column-file.ts'
import { versionOf } from './index-files.ts'
import type { AnalysisSource } from './requests.ts'

/**
 * Who of which topic holds which term, of an analysis and the papers of a text index: to count it takes seconds, and the first question about a topic
 * would wait for it at every start. It stands beside the analysis and goes with it; terms are numbers of this version of the index.
 */
function pathOf({ map }: AnalysisSource, indexFile: string): string {
  return join(dirname(map), `terms-${versionOf(indexFile)}.${TEXT_INDEX_VERSION}.columns`)
}

/** Takes what was counted before, where it is there. */
export async function readTopicCounts(
  analysis: AnalysisSource,
  indexFile: string,
  index: TextIndex,
  topicOf: Int32Array,
): Promise<void> {
  const file = await ColumnFile.open(pathOf(analysis, indexFile))
  if (file === null) return
  const [starts, terms, papers] = await Promise.all([file.int32('starts'), file.int32('terms'), file.int32('papers')])
  takeTopicCounts(index, topicOf, { starts, terms, papers })
}

/** Keeps what was counted, where it was and is not kept yet. */
export async function keepTopicCounts(
  analysis: AnalysisSource,
  indexFile: string,
  index: TextIndex,
  topicOf: Int32Array,
): Promise<void> {
  const counts = topicCounts(index, topicOf)
  const path = pathOf(analysis, indexFile)
  if (counts !== null && (await ColumnFile.open(path)) === null) await writeColumns(path, { ...counts })
}
