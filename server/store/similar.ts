import type { SimilarPaper } from '../../shared/similar.ts'
import { readPaper, readPapers, type PlacedPaper } from './papers.ts'
import { readAnalysis } from './analyses.ts'
import type { Store } from './store.ts'

/** A paper that is similar to another, with its place in the analysis. */
export type SimilarPlaced = Omit<SimilarPaper, 'paperId'> & { paper: PlacedPaper }

/** Papers similar to one, best first; none where the analysis has not compared it. Throws `not-found`. */
export async function readSimilar(store: Store, analysisId: string, paperId: string): Promise<SimilarPlaced[]> {
  const { collectionId } = await readAnalysis(store, analysisId)
  await readPaper(store, analysisId, paperId)
  const row = await store.database.read((session) =>
    session.first<{ json: string }>(
      'SELECT json FROM similar_papers WHERE "analysisId" = $analysisId AND "paperId" = $paperId',
      { analysisId, paperId },
    ),
  )
  // Our own engine wrote it.
  const similar = row === undefined ? [] : (JSON.parse(row.json) as SimilarPaper[])
  const ids = similar.map((one) => one.paperId)
  const papers = new Map((await readPapers(store, collectionId, analysisId, ids)).map((paper) => [paper.id, paper]))
  return similar.flatMap(({ paperId: id, ...rest }) => {
    const paper = papers.get(id)
    return paper === undefined ? [] : [{ ...rest, paper }]
  })
}
