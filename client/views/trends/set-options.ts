import type { CrossGroup } from '../../../shared/cross-trends.ts'
import { formatCount } from '../../../shared/format.ts'
import { MISCELLANEOUS, type Topic } from '../../../shared/topic.ts'

interface SetOptions {
  group: string
  items: { value: string; label: string }[]
}

/** A field and a name as a query: `venue:"Findings of ACL"`. Quotes inside a name cannot be written, and go. */
export function fieldQuery(field: 'venue' | 'org', name: string): string {
  return `${field}:"${name.replaceAll('"', ' ').trim()}"`
}

/** The sets that phrases may be counted in, as queries with their names and papers; groups without any are left out. */
export function setOptions(
  topics: readonly Topic[],
  venues: readonly CrossGroup[],
  organisations: readonly CrossGroup[],
): SetOptions[] {
  const named = (field: 'venue' | 'org') => (group: CrossGroup) => ({
    value: fieldQuery(field, group.label),
    label: `${group.label} (${formatCount(group.papers)})`,
  })
  return [
    {
      group: 'Topics',
      items: topics
        .filter(({ id }) => id !== MISCELLANEOUS)
        .map(({ id, label, papers }) => ({ value: `topic:${id}`, label: `${label} (${formatCount(papers)})` })),
    },
    { group: 'Venues', items: venues.map(named('venue')) },
    { group: 'Organisations', items: organisations.map(named('org')) },
  ].filter(({ items }) => items.length > 0)
}

/** A set in words: the name of a topic, else the query without its field. */
export function setText(within: string, byId: ReadonlyMap<number, Pick<Topic, 'label'>>): string {
  const topic = /^topic:(\d+)$/.exec(within)
  if (topic !== null) return byId.get(Number(topic[1]))?.label ?? within
  return within.replace(/^(venue|org):"(.*)"$/, '$2')
}
