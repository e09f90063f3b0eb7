import type { Topic } from '../../../shared/topic.ts'
import { compareCodePoints } from '../../../shared/paper.ts'
import type { TopicIndex } from '../../hooks/use-analysis.ts'
import type { TopicOrder } from '../../state/settings.ts'

export interface TopicGroup {
  key: string
  /** null where the list has no headings. */
  label: string | null
  topics: Topic[]
}

/** Topics in the order that is asked for: under their themes (largest first), by size, or by name. Miscellaneous comes last. */
export function groupTopics(
  { topics, themes }: Pick<TopicIndex, 'topics' | 'themes'>,
  order: TopicOrder,
): TopicGroup[] {
  const misc = topics.filter((topic) => topic.id === 0)
  const rest = topics.filter((topic) => topic.id !== 0)
  const bySize = (a: Topic, b: Topic): number => b.papers - a.papers || a.id - b.id
  if (order === 'name') {
    return [
      { key: 'all', label: null, topics: [...rest].sort((a, b) => compareCodePoints(a.label, b.label)).concat(misc) },
    ]
  }
  if (order === 'size' || themes.length < 2) {
    return [{ key: 'all', label: null, topics: [...rest].sort(bySize).concat(misc) }]
  }
  const groups = [...themes]
    .sort((a, b) => b.papers - a.papers || a.id - b.id)
    .map((theme) => ({
      key: `theme-${theme.id}`,
      label: theme.label,
      topics: rest.filter((topic) => topic.themeId === theme.id).sort(bySize),
    }))
    .filter((group) => group.topics.length > 0)
  return misc.length === 0 ? groups : [...groups, { key: 'misc', label: 'Rest', topics: misc }]
}
