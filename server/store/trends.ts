import type { Analysis } from '../../shared/analysis.ts'
import { TidemapError } from '../../shared/error.ts'
import type { TopicDrift } from '../../shared/topic-drift.ts'
import { periodsOfItems } from '../../shared/trend-periods.ts'
import type { AnalysisTrends, PhraseTrend, TrendItem } from '../../shared/trend.ts'
import { findAnalysis } from './analyses.ts'
import type { Session } from './session.ts'
import type { Store } from './store.ts'

/**
 * Topics, then themes, over time, and as many phrases as asked for, the strongest trend first: an `AnalysisTrends` as JSON in UTF-8, put together
 * from the texts that the engine wrote. Those are megabytes, and to read and write them anew takes longer than all the rest. Throws `not-found`.
 */
export function readTrends({ database, trends }: Store, id: string, phrases: number): Promise<Uint8Array<ArrayBuffer>> {
  return trends.get(`${id} ${phrases}`, () =>
    database.read(async (session) => {
      const { facts } = await findAnalysis(session, id)
      const { bin, dated, undated, coarse, notes } = facts
      const items = await trendTexts(session, id, LINES)
      const periods = periodsOfItems(items.slice(0, 1).map((text) => JSON.parse(text) as TrendItem))
      const fields: Record<keyof AnalysisTrends, string> = {
        bin: JSON.stringify(bin),
        periods: JSON.stringify(periods),
        items: `[${items.join(',')}]`,
        phrases: `[${(await trendTexts(session, id, phrasesUpTo(phrases))).join(',')}]`,
        dated: String(dated),
        undated: String(undated),
        coarse: String(coarse),
        notes: JSON.stringify(notes),
      }
      const parts = Object.entries(fields).map(([name, text]) => `"${name}":${text}`)
      return Buffer.from(`{${parts.join(',')}}`)
    }),
  )
}

/** Inside a transaction: the same, read. */
export async function trendsOf(session: Session, { id, facts }: Analysis, phrases: number): Promise<AnalysisTrends> {
  const { bin, dated, undated, coarse, notes } = facts
  const items = await trendRows<TrendItem>(session, id, LINES)
  return {
    bin,
    periods: periodsOfItems(items),
    items,
    phrases: await trendRows<PhraseTrend>(session, id, phrasesUpTo(phrases)),
    dated,
    undated,
    coarse,
    notes,
  }
}

/** How the words of a topic changed. Throws `not-found`, also where the analysis is of a version that did not look. */
export function readDrift({ database }: Store, analysisId: string, topicId: number): Promise<TopicDrift> {
  return database.read(async (session) => {
    await findAnalysis(session, analysisId)
    const [drift] = await trendRows<TopicDrift>(session, analysisId, `kind = 'drift' AND id = ${Math.trunc(topicId)}`)
    if (drift) return drift
    const others = await driftOf(session, analysisId)
    throw new TidemapError('not-found', `no drift of topic: ${topicId}`, {
      hint: others.length === 0 ? 'analyse the collection again: this analysis did not look at it' : undefined,
    })
  })
}

/** Inside a transaction: how the words of the topics of an analysis changed, by topic; none where it did not look. */
export function driftOf(session: Session, analysisId: string): Promise<TopicDrift[]> {
  return trendRows<TopicDrift>(session, analysisId, `kind = 'drift'`)
}

const LINES = `kind IN ('topic', 'theme')`
const phrasesUpTo = (most: number): string => `kind = 'phrase' AND id <= ${Math.trunc(most)}`

async function trendRows<T>(session: Session, analysisId: string, which: string): Promise<T[]> {
  return (await trendTexts(session, analysisId, which)).map((text) => JSON.parse(text) as T)
}

async function trendTexts(session: Session, analysisId: string, which: string): Promise<string[]> {
  const rows = await session.all<{ json: string }>(
    `SELECT json FROM trends WHERE "analysisId" = $analysisId AND ${which} ORDER BY kind DESC, id`,
    { analysisId },
  )
  return rows.map(({ json }) => json)
}
