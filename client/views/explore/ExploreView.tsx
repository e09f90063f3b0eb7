import { SegmentedControl } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useCallback, useMemo, useState } from 'react'
import type { CollectionDetail } from '../../../shared/collection.ts'
import { countTopics, placesOf } from '../../hooks/focus-mask.ts'
import { useAnalysis, useMapColumns } from '../../hooks/use-analysis.ts'
import { useFocusMask } from '../../hooks/use-focus-mask.ts'
import { clearFocus, setLasso } from '../../state/focus.ts'
import { COLOURS, useLink } from '../../state/link.ts'
import { setSettings, useSettings } from '../../state/settings.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { MapPanel } from './MapPanel.tsx'
import { SidePanel } from './SidePanel.tsx'
import { pairsEndOf } from './time-bins.ts'
import { TimeBrush } from './TimeBrush.tsx'
import { TopicPanel } from './TopicPanel.tsx'
import unseen from '../../ui/Unseen.module.css'
import classes from './ExploreView.module.css'

interface ExploreViewProps {
  collection: CollectionDetail
  analysisId: string
}

/** Topics, map and papers side by side, all showing the same selection. */
export default function ExploreView({ collection, analysisId }: ExploreViewProps) {
  const { analysis, index, trends, trendOf, error } = useAnalysis(analysisId)
  const { map, placeOf, error: mapError } = useMapColumns(analysisId)
  const focus = useFocusMask(collection.id, analysisId, map, placeOf)
  const [link, setLink] = useLink()
  const { topicsOpen, papersOpen } = useSettings()
  const [sheet, setSheet] = useState<'topics' | 'papers'>(
    link.topic === null && link.paper === null ? 'topics' : 'papers',
  )

  const counts = useMemo(() => (map ? countTopics(map, focus.withoutTopic) : new Map()), [map, focus.withoutTopic])
  const picked = useMemo(() => (focus.picked === null ? null : placesOf(focus.picked)), [focus.picked])

  const pickTopic = useCallback(
    (topic: number | null): void => {
      setLasso(null)
      setSheet('papers')
      void setLink({ topic, paper: null })
    },
    [setLink],
  )
  const clear = (): void => {
    if (link.paper !== null) {
      void setLink({ paper: null })
      return
    }
    clearFocus()
    void setLink({ topic: null, from: null, to: null, q: null })
  }
  const nextColour = COLOURS[(COLOURS.indexOf(link.colour) + 1) % COLOURS.length]
  useHotkeys([
    ['Escape', clear],
    ['c', () => void setLink({ colour: nextColour })],
    ['[', () => setSettings({ topicsOpen: !topicsOpen })],
    [']', () => setSettings({ papersOpen: !papersOpen })],
  ])

  const failure = error ?? mapError
  if (failure !== null) {
    return (
      <div style={{ padding: 32 }}>
        <ErrorNote error={failure} />
      </div>
    )
  }
  if (!analysis || !index || !trends || !map) return <Waiting />

  const pickPaper = (place: number | null): void => {
    setSheet('papers')
    if (place === null) clear()
    else void setLink({ paper: map.ids[place] })
  }
  return (
    <div className={classes.explore} data-topics={topicsOpen} data-papers={papersOpen} data-sheet={sheet}>
      <h1 className={unseen.unseen}>Explore {collection.name}</h1>
      <TopicPanel
        analysis={analysis}
        index={index}
        trendOf={trendOf}
        counts={counts}
        narrowed={focus.withoutTopic !== null}
        onPick={pickTopic}
      />
      <section className={classes.stage} aria-label="Map">
        <MapPanel
          analysis={analysis}
          index={index}
          map={map}
          mask={focus.mask}
          paperPlace={link.paper === null ? null : (placeOf.get(link.paper) ?? null)}
          onPickPaper={pickPaper}
          onPickTopic={pickTopic}
        />
        <TimeBrush map={map} bin={trends.bin} pairsEnd={pairsEndOf(trends.periods)} mask={focus.picked} />
      </section>
      <SegmentedControl
        className={classes.sheets}
        fullWidth
        aria-label="Show below the map"
        value={sheet}
        onChange={(value) => setSheet(value === 'topics' ? 'topics' : 'papers')}
        data={[
          { value: 'topics', label: 'Topics' },
          { value: 'papers', label: 'Papers' },
        ]}
      />
      <SidePanel
        collection={collection}
        analysis={analysis}
        index={index}
        trendOf={trendOf}
        map={map}
        placeOf={placeOf}
        picked={picked}
        search={focus.search}
        onPickTopic={pickTopic}
        onClear={clear}
      />
    </div>
  )
}
