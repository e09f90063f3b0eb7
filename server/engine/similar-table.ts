import type { ColumnSource } from 'hyparquet-writer'
import type { AnalysisResult } from '../analysis/analyze.ts'
import type { Task } from '../analysis/tasks/task.ts'
import { type SimilarTexts, similarRows, similarTexts } from './similar-rows.ts'
import { GROUP, JSON_COLUMN, tablePart, type TablePart } from './table-file.ts'

/** Fewer papers are one part. */
const LEAST = 5 * GROUP
/**
 * Where parts of a large table end, as shares of the papers. Another thread takes the first two before the one that asks has written all else; that one is free in time for the last.
 */
const ENDS = [0.4, 0.8, 1]

/** The papers of a part. */
export interface SimilarInput {
  /** The first of them. */
  from: number
  /** Their ids. */
  ids: readonly string[]
  texts: SimilarTexts
  similar: Omit<AnalysisResult['similar'], 'names'>
}

/**
 * `similar.parquet`: paper_id VARCHAR, json VARCHAR (list of `SimilarPaper`); one row a paper that has any. The largest of the tables: some papers' rows, which any
 * thread can make.
 */
export const similarPart: Task<SimilarInput, TablePart> = {
  name: 'similarPart',
  run: (input) => tablePart(similarColumns(input)),
}

/** All parts of a table, which are the same however many threads there are. `allIds`: paper → id. */
export function* similarParts(
  allIds: readonly string[],
  { names, ...similar }: AnalysisResult['similar'],
): Generator<SimilarInput> {
  const texts = similarTexts(allIds, names)
  let from = 0
  for (const end of allIds.length < LEAST ? [1] : ENDS) {
    const ids = allIds.slice(from, Math.floor(allIds.length * end))
    yield { from, ids, texts, similar }
    from += ids.length
  }
}

function* similarColumns({ from, ids, texts, similar }: SimilarInput): Generator<ColumnSource[]> {
  let papers: string[] = []
  let lists: Uint8Array[] = []
  const columns = (): ColumnSource[] => [
    { name: 'paper_id', type: 'STRING', encoding: 'PLAIN', offsetIndex: false, data: papers },
    { ...JSON_COLUMN, offsetIndex: false, data: lists },
  ]
  for (const { paper, json } of similarRows(texts, similar, from, from + ids.length)) {
    papers.push(ids[paper - from])
    lists.push(json)
    if (papers.length < GROUP) continue
    yield columns()
    papers = []
    lists = []
  }
  yield columns()
}
