import { formatCount } from '../../../shared/format.ts'
import type { TrendItem } from '../../../shared/trend.ts'
import type { TopicIndex } from '../../hooks/use-analysis.ts'

/** The votes of the median paper of a topic or theme; null where votes are not known. */
export function itemVotes(
  { themes, byId }: Pick<TopicIndex, 'themes' | 'byId'>,
  { kind, id }: Pick<TrendItem, 'kind' | 'id'>,
): number | null {
  const found = kind === 'topic' ? byId.get(id) : themes.find((theme) => theme.id === id)
  return found?.votes?.median ?? null
}

/** Votes as they follow a verdict, `, 12 votes a paper`; nothing where they are not known. */
export function votesText(votes: number | null): string {
  return votes === null ? '' : `, ${formatCount(votes)} ${votes === 1 ? 'vote' : 'votes'} a paper`
}
