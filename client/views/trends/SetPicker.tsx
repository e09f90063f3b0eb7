import { MultiSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { crossTrendsQuery } from '../../api/trends.ts'
import type { TopicIndex } from '../../hooks/use-analysis.ts'
import { useLink } from '../../state/link.ts'
import { setOptions, setText } from './set-options.ts'

const NAMES = 50

/** The set that phrases are counted in: a topic, a venue or an organisation; more than one: what all hold. */
export function SetPicker({ analysisId, index }: { analysisId: string; index: TopicIndex }) {
  const [{ within, query }, setLink] = useLink()
  const venues = useQuery(crossTrendsQuery(analysisId, 'venue', null, NAMES)).data?.groups ?? []
  const organisations = useQuery(crossTrendsQuery(analysisId, 'organisation', null, NAMES)).data?.groups ?? []
  const options = setOptions(index.topics, venues, organisations)
  const known = new Set(options.flatMap(({ items }) => items.map(({ value }) => value)))
  // A link may name a set by any query.
  const typed = within.filter((one) => !known.has(one)).map((value) => ({ value, label: setText(value, index.byId) }))
  return (
    <MultiSelect
      size="xs"
      w={within.length === 0 ? 200 : undefined}
      miw={200}
      searchable
      clearable
      hidePickedOptions
      maxValues={5}
      aria-label="Papers that phrases are counted in"
      placeholder={within.length === 0 ? 'in all papers' : ''}
      nothingFoundMessage="No such topic, venue or organisation"
      disabled={query.length === 0}
      value={within}
      onChange={(sets) => void setLink({ within: sets.length === 0 ? null : sets, at: null })}
      data={typed.length === 0 ? options : [...options, { group: 'Other', items: typed }]}
    />
  )
}
