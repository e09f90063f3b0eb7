import type { AnalysisOptions, TopicCount } from './analysis.ts'
import { plural } from './format.ts'

/** How the number of topics came about, after that number: `37 topics, chosen by stability`. */
export function howChosen(topics: AnalysisOptions['topics']): string {
  switch (topics) {
    case 'auto':
      return 'chosen by stability'
    case 'fewer':
    case 'more':
      return `${topics} than auto takes, chosen by stability`
    default:
      return 'asked for'
  }
}

/** A tried number with its evidence: `15 (0.66, fewer)`, `37 (0.63, used, auto)`. */
export function countText({ topics, stability, chosen, role }: TopicCount): string {
  const words = [stability.toFixed(2), chosen ? 'used' : null, role ?? null].filter((word) => word !== null)
  return `${topics} (${words.join(', ')})`
}

/** All that was tried, ascending, one after the other; empty where nothing was. */
export function countsText(counts: readonly TopicCount[]): string {
  return counts.map(countText).join(', ')
}

/** The same, and why fewer topics than the number that was used came of it, where that is so. `topics`: how many there are, Miscellaneous aside. */
export function countsAndTopicsText(counts: readonly TopicCount[], topics: number): string {
  const used = counts.find(({ chosen }) => chosen)?.topics ?? topics
  const small = used - topics
  const rest = small > 0 ? `; ${plural(small, 'group')} too small for a topic joined another or Miscellaneous` : ''
  return countsText(counts) + rest
}
