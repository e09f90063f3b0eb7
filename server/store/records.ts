import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { DataFolders } from './folders.ts'
import { blocksFile, writeBlocks } from './record-blocks.ts'
import type { Store } from './store.ts'

/**
 * The papers of a collection by id, as they were at a version (`Paper` a line). Made with its text index; where it is missing, the
 * database is read.
 */
export const paperRecords = ({ index }: DataFolders, collectionId: string, version: number): string =>
  join(index, `${collectionId}-${version}.papers.jsonl`)

/** What an analysis says of each paper, by its id (`Assignment` a line); analyses of an earlier version have none. */
export const assignmentRecords = ({ results }: DataFolders, analysisId: string): string =>
  join(results, analysisId, 'assignments.jsonl')

/** The papers similar to each, by its id (`SimilarRecord` a line); likewise. */
export const similarRecords = ({ results }: DataFolders, analysisId: string): string =>
  join(results, analysisId, 'similar.jsonl')

/** Puts a snapshot of a collection's papers (`writeSnapshot`) where they are looked up. Gives the paths of its files. */
export async function keepPaperRecords(
  { folders }: Store,
  collectionId: string,
  version: number,
  snapshot: string,
): Promise<string[]> {
  const records = paperRecords(folders, collectionId, version)
  await writeBlocks(snapshot)
  await rename(snapshot, records)
  await rename(blocksFile(snapshot), blocksFile(records))
  return [records, blocksFile(records)]
}

/** Writes the records of an analysis beside the tables of the engine's folder, which is in staging. */
export async function writeAnalysisRecords({ database }: Store, outDir: string): Promise<void> {
  const copy = async (table: string, columns: string): Promise<void> => {
    const records = join(outDir, `${table}.jsonl`)
    await database.read((session) =>
      session.run(
        `COPY (SELECT paper_id AS "paperId", ${columns} FROM read_parquet($table) ORDER BY paper_id) TO $records (FORMAT json)`,
        { table: join(outDir, `${table}.parquet`), records },
      ),
    )
    await writeBlocks(records)
  }
  await copy(
    'assignments',
    `topic_id AS "topicId", score, runner_up_topic_id AS "runnerUpTopicId", runner_up_score AS "runnerUpScore", uncertain, x, y,
     reasons::JSON AS reasons`,
  )
  await copy('similar', 'json::JSON AS similar')
}
