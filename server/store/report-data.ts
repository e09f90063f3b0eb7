import type { Analysis } from '../../shared/analysis.ts'
import { compareCodePoints } from '../../shared/paper.ts'
import type { Receipt } from '../../shared/receipt.ts'
import type { Theme, Topic } from '../../shared/topic.ts'
import type { TopicDrift } from '../../shared/topic-drift.ts'
import { REPORT_PHRASES, type AnalysisTrends } from '../../shared/trend.ts'
import { findAnalysis, topicsOf } from './analyses.ts'
import { ASSIGNMENT_FIELDS } from './assignments.ts'
import { findCollection } from './collection-row.ts'
import { collectionImports } from './imports.ts'
import { PAPER_LIST } from './schema.ts'
import type { Store } from './store.ts'
import { driftOf, trendsOf } from './trends.ts'

/** Everything a report needs but the papers, which are too many to hold up the server with. */
export interface ReportData {
  collection: { name: string }
  analysis: Analysis
  topics: Topic[]
  themes: Theme[]
  trends: AnalysisTrends
  drift: TopicDrift[]
  /** Imports up to the analysis, oldest first. */
  receipts: { filename: string; receipt: Receipt }[]
}

/**
 * What an analysis found, of one moment. Its papers (those it placed, by id) and their assignments go to two staging files as
 * JSON Lines. Throws `not-found`.
 */
export function readReportData(
  { database }: Store,
  analysisId: string,
  papers: string,
  assignments: string,
): Promise<ReportData> {
  return database.read(async (session) => {
    const analysis = await findAnalysis(session, analysisId)
    const { collectionId } = analysis
    const { name } = await findCollection(session, collectionId)
    await session.run(
      `COPY (SELECT ${PAPER_LIST} FROM papers WHERE "collectionId" = $collectionId
             AND id IN (SELECT "paperId" FROM assignments WHERE "analysisId" = $analysisId)
             ORDER BY id) TO $papers (FORMAT json)`,
      { collectionId, analysisId, papers },
    )
    await session.run(
      `COPY (SELECT ${ASSIGNMENT_FIELDS}, reasons::JSON AS reasons FROM assignments WHERE "analysisId" = $analysisId
             ORDER BY "paperId") TO $assignments (FORMAT json)`,
      { analysisId, assignments },
    )
    const imports = await collectionImports(session, collectionId)
    const { items: topics, themes } = await topicsOf(session, analysisId)
    return {
      collection: { name },
      analysis,
      topics,
      themes,
      trends: await trendsOf(session, analysis, REPORT_PHRASES),
      drift: await driftOf(session, analysisId),
      receipts: imports.filter(({ createdAt }) => compareCodePoints(createdAt, analysis.createdAt) <= 0).reverse(),
    }
  })
}
