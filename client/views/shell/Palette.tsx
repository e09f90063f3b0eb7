import { Spotlight, spotlight, type SpotlightActionGroupData } from '@mantine/spotlight'
import { useQuery } from '@tanstack/react-query'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { topicColor } from '../../../shared/charts/palette.ts'
import { plural } from '../../../shared/format.ts'
import { topicsQuery } from '../../api/analyses.ts'
import { collectionQuery, collectionsQuery } from '../../api/collections.ts'
import { useLink } from '../../state/link.ts'
import { COLLECTION_SCREENS, navigate, pathOf } from '../../state/route.ts'
import { openWords } from '../../state/words.ts'
import { Swatch } from '../parts/Swatch.tsx'
import { usePaletteSearch } from './use-palette-search.tsx'
import classes from './Palette.module.css'

/** Screens, topics, papers and collections, found by typing. */
export default function Palette({ collectionId }: { collectionId: string | null }) {
  const [{ analysis }] = useLink()
  const collections = useQuery(collectionsQuery)
  const collection = useQuery({ ...collectionQuery(collectionId ?? ''), enabled: collectionId !== null })
  const analysisId = analysis ?? collection.data?.analysis?.id ?? null
  const topics = useQuery({ ...topicsQuery(analysisId ?? ''), enabled: analysisId !== null })
  useEffect(() => spotlight.open(), [])

  const [typed, setTyped] = useState('')
  const found = usePaletteSearch(collectionId, analysisId, typed)

  const groups: SpotlightActionGroupData[] = []
  if (collectionId !== null) {
    groups.push({
      group: 'Screens',
      actions: [
        ...COLLECTION_SCREENS.map((screen) => ({
          id: screen,
          label: screen.charAt(0).toUpperCase() + screen.slice(1),
          onClick: () => navigate(pathOf({ screen, collectionId })),
        })),
        { id: 'words', label: 'Ignored words and synonyms', onClick: () => openWords() },
      ],
    })
    groups.push({
      group: 'Topics',
      actions: (topics.data?.items ?? []).map((topic) => ({
        id: `topic-${topic.id}`,
        label: topic.label,
        description: topic.terms.slice(1, 5).join(' · '),
        keywords: topic.terms,
        leftSection: <Swatch colour={topicColor(topic.id)} />,
        onClick: () => navigate(`${pathOf({ screen: 'explore', collectionId })}?topic=${topic.id}`),
      })),
    })
  }
  if (found.length > 0) groups.push({ group: 'Papers', actions: found })
  groups.push({
    group: 'Collections',
    actions: [
      ...(collections.data?.items ?? []).map((one) => ({
        id: one.id,
        label: one.name,
        description: plural(one.papers, 'paper'),
        onClick: () => navigate(pathOf({ screen: 'explore', collectionId: one.id })),
      })),
      { id: 'new', label: 'New collection', onClick: () => navigate('/new') },
      { id: 'all', label: 'All collections', onClick: () => navigate('/') },
    ],
  })
  return (
    <Spotlight
      actions={groups}
      shortcut="mod + K"
      query={typed}
      onQueryChange={setTyped}
      limit={12}
      scrollable
      maxHeight={460}
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      classNames={{ action: classes.action, actionDescription: classes.description }}
      yOffset="12vh"
      centered={false}
      nothingFound="Nothing by that name"
      searchProps={{
        leftSection: <IconSearch size={18} stroke={1.75} aria-hidden />,
        placeholder: 'Go to a screen, a topic, a paper or a collection',
        'aria-label': 'Go to',
      }}
    />
  )
}
