import type { ReportEntry, ReportFrame, ReportTopic } from '../../../shared/report.ts'
import type { Theme } from '../../../shared/topic.ts'
import type { ReportPapers } from '../report-papers.ts'
import { anchorOf } from './paper-item.ts'

/** What every part of the page looks up. */
export interface PageContext {
  place(paperId: string): number
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
export function readingOrder(model: ReportFrame, papers: ReportPapers<unknown>): PageContext {
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
  const { place } = papers
  return {
    place,
    entry: (paperId) => papers.entry(place(paperId)),
    anchor: (paperId) => anchorOf(place(paperId)),
    labels: labelsOf(model),
    groups: groups.filter((group) => group.topics.length > 0),
    topics: groups.flatMap((group) => group.topics),
  }
}

/** Topic → its label. */
export function labelsOf(model: ReportFrame): ReadonlyMap<number, string> {
  return new Map(model.topics.map((topic) => [topic.id, topic.label]))
}
