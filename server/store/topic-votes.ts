import type { Theme, Topic } from '../../shared/topic.ts'
import type { TopicVotes } from '../../shared/topic-votes.ts'
import { readAnalysis, readTopics } from './analyses.ts'
import { collectionVersion } from './collections.ts'
import type { Store } from './store.ts'

/** Something with the votes of its papers; null where none of them has any. */
export type Voted<T> = T & { votes: TopicVotes | null }

interface VotesRow extends TopicVotes {
  topicId: number | null
  themeId: number | null
}

// By topic and by theme in one pass: of the two ids one is null in each row.
const SELECT_VOTES = `
  SELECT a."topicId", t."themeId", count(*)::INTEGER AS papers, median(p.votes)::DOUBLE AS median, sum(p.votes)::DOUBLE AS total
  FROM assignments a
  JOIN analyses s ON s.id = a."analysisId"
  JOIN papers p ON p."collectionId" = s."collectionId" AND p.id = a."paperId"
  JOIN (SELECT id, CAST(json ->> '$.themeId' AS INTEGER) AS "themeId" FROM topics WHERE "analysisId" = $analysisId) t
    ON t.id = a."topicId"
  WHERE a."analysisId" = $analysisId AND p.votes IS NOT NULL
  GROUP BY GROUPING SETS ((a."topicId"), (t."themeId"))`

/** Topics and themes as `readTopics` gives them, with the votes of their papers as they are known now. Throws `not-found`. */
export async function readVotedTopics(
  store: Store,
  analysisId: string,
): Promise<{ items: Voted<Topic>[]; themes: Voted<Theme>[] }> {
  const [{ items, themes }, rows] = await Promise.all([
    readTopics(store, analysisId),
    votesOfAnalysis(store, analysisId),
  ])
  const of = (which: 'topicId' | 'themeId') =>
    new Map(rows.flatMap((row) => (row[which] === null ? [] : [[row[which], votesOf(row)]])))
  const [ofTopics, ofThemes] = [of('topicId'), of('themeId')]
  return {
    items: items.map((topic) => ({ ...topic, votes: ofTopics.get(topic.id) ?? null })),
    themes: themes.map((theme) => ({ ...theme, votes: ofThemes.get(theme.id) ?? null })),
  }
}

/** Votes that were counted, by analysis: they change only with the papers, whose version tells. */
interface Counted {
  version: number
  rows: Promise<VotesRow[]>
}
const KNOWN = new WeakMap<Store, Map<string, Counted>>()
const MOST_KNOWN = 16

async function votesOfAnalysis(store: Store, analysisId: string): Promise<VotesRow[]> {
  const { collectionId } = await readAnalysis(store, analysisId)
  const { version } = await collectionVersion(store, collectionId)
  const counted = KNOWN.get(store) ?? new Map<string, Counted>()
  KNOWN.set(store, counted)
  const known = counted.get(analysisId)
  const rows =
    known?.version === version
      ? known.rows
      : store.database.read((session) => session.all<VotesRow>(SELECT_VOTES, { analysisId }))
  // A Map keeps the order of insertion: the last is the newest used.
  counted.delete(analysisId)
  counted.set(analysisId, { version, rows })
  rows.catch(() => counted.delete(analysisId))
  for (const oldest of counted.keys()) {
    if (counted.size <= MOST_KNOWN) break
    counted.delete(oldest)
  }
  return rows
}

function votesOf({ papers, median, total }: VotesRow): TopicVotes {
  return { papers, median, total }
}
