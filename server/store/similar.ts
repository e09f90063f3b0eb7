import type { SimilarPaper } from '../../shared/similar.ts'
import { readAnalysis } from './analyses.ts'
import { readPaper, readPapers, type PlacedPaper } from './placed-papers.ts'
import { similarRecords } from './records.ts'
import type { Store } from './store.ts'

/** A paper that is similar to another, with its place in the analysis. */
export type SimilarPlaced = Omit<SimilarPaper, 'paperId'> & { paper: PlacedPaper }

/** Papers similar to one, best first; none where the analysis has not compared it. Throws `not-found`. */
export async function readSimilar(store: Store, analysisId: string, paperId: string): Promise<SimilarPlaced[]> {
  const { collectionId } = await readAnalysis(store, analysisId)
  await readPaper(store, analysisId, paperId)
  const similar = (await fromRecords(store, analysisId, paperId)) ?? (await fromTable(store, analysisId, paperId))
  const ids = similar.map((one) => one.paperId)
  const papers = new Map((await readPapers(store, collectionId, analysisId, ids)).map((paper) => [paper.id, paper]))
  return similar.flatMap(({ paperId: id, ...rest }) => {
    const paper = papers.get(id)
    return paper === undefined ? [] : [{ ...rest, paper }]
  })
}

/** A line of the records of an analysis. */
interface SimilarRecord {
  paperId: string
  similar: SimilarPaper[]
}

/** Null where the analysis has no such records. */
async function fromRecords(store: Store, analysisId: string, paperId: string): Promise<SimilarPaper[] | null> {
  const records = await store.records.get(similarRecords(store.folders, analysisId))
  const found = await records?.find<SimilarRecord>([paperId])
  return found ? (found.get(paperId)?.similar ?? []) : null
}

async function fromTable({ database }: Store, analysisId: string, paperId: string): Promise<SimilarPaper[]> {
  const row = await database.read((session) =>
    session.first<{ json: string }>(
      'SELECT json FROM similar_papers WHERE "analysisId" = $analysisId AND "paperId" = $paperId',
      { analysisId, paperId },
    ),
  )
  // Our own engine wrote it.
  return row === undefined ? [] : (JSON.parse(row.json) as SimilarPaper[])
}
