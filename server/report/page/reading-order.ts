import type { ReportEntry, ReportModel, ReportTopic } from '../../../shared/report.ts'
import type { Theme } from '../../../shared/topic.ts'

/** What every part of the page looks up. */
export interface PageContext {
  entry(paperId: string): ReportEntry
  /** The anchor of a paper: `p1`… in the order of the ids. */
  anchor(paperId: string): string
  labels: ReadonlyMap<number, string>
  /** Themes with their topics, largest theme first; Miscellaneous stands in none, so last. */
  groups: { theme: Theme | null; topics: ReportTopic[] }[]
  /** The topics in the order in which the page shows them. */
  topics: ReportTopic[]
}

/** Puts the topics in the order of their themes. */
export function readingOrder(model: ReportModel): PageContext {
  const byId = new Map(model.topics.map((topic) => [topic.id, topic]))
  const themes = [...model.themes].sort((a, b) => b.papers - a.papers || a.id - b.id)
  const groups: PageContext['groups'] = themes.map((theme) => ({
    theme,
    topics: theme.topics
      .map((id) => byId.get(id))
      .filter((topic) => topic !== undefined)
      .sort((a, b) => b.papers - a.papers || a.id - b.id),
  }))
  const placed = new Set(groups.flatMap((group) => group.topics.map((topic) => topic.id)))
  const rest = model.topics.filter((topic) => !placed.has(topic.id))
  if (rest.length > 0) groups.push({ theme: null, topics: rest })
  const places = new Map<string, number>()
  for (const [place, { paper }] of model.papers.entries()) places.set(paper.id, place)
  return {
    entry: (paperId) => model.papers[places.get(paperId)!],
    anchor: (paperId) => `p${places.get(paperId)! + 1}`,
    labels: new Map(model.topics.map((topic) => [topic.id, topic.label])),
    groups: groups.filter((group) => group.topics.length > 0),
    topics: groups.flatMap((group) => group.topics),
  }
}
