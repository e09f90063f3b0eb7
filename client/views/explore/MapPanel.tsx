import { useComputedColorScheme } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useCallback, useMemo, useState } from 'react'
import type { Analysis } from '../../../shared/analysis.ts'
import { plural } from '../../../shared/format.ts'
import type { MapColumns } from '../../../shared/map.ts'
import type { TopicIndex } from '../../hooks/use-analysis.ts'
import { setLasso } from '../../state/focus.ts'
import { useLink } from '../../state/link.ts'
import { setSettings, useSettings } from '../../state/settings.ts'
import { HoverCard } from './HoverCard.tsx'
import { MapTable } from './MapTable.tsx'
import { MapToolbar } from './MapToolbar.tsx'
import { mapColours } from './map-colours.ts'
import { mapNames } from './map-names.ts'
import type { MapHandle } from './map/map-handle.ts'
import { TopicMap } from './map/TopicMap.tsx'
import { Swatch } from '../parts/Swatch.tsx'
import classes from './MapPanel.module.css'

interface MapPanelProps {
  analysis: Analysis
  index: TopicIndex
  map: MapColumns
  mask: Uint8Array | null
  /** Place of the open paper; null for none. */
  paperPlace: number | null
  onPickPaper: (place: number | null) => void
  onPickTopic: (topic: number | null) => void
}

/** The map with its tools, or its twin, the table. */
export function MapPanel({ analysis, index, map, mask, paperPlace, onPickPaper, onPickTopic }: MapPanelProps) {
  const [link, setLink] = useLink()
  const { contours } = useSettings()
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false })
  const [handle, setHandle] = useState<MapHandle | null>(null)
  const [lassoOn, setLassoOn] = useState(false)
  const colours = useMemo(
    () => mapColours(map, index, link.colour, scheme === 'dark'),
    [map, index, link.colour, scheme],
  )
  const names = useMemo(() => mapNames(index, map), [index, map])

  const toggleLasso = useCallback(() => setLassoOn((on) => !on), [])
  useHotkeys([
    ['+', () => handle?.zoomBy(1.6)],
    ['=', () => handle?.zoomBy(1.6)],
    ['shift+=', () => handle?.zoomBy(1.6)],
    ['-', () => handle?.zoomBy(1 / 1.6)],
    ['0', () => handle?.home()],
    ['l', toggleLasso],
  ])
  const table = link.view === 'table'
  return (
    <div className={classes.panel}>
      {table ? (
        <MapTable map={map} index={index} mask={mask} analysisId={analysis.id} onPickPaper={onPickPaper} />
      ) : (
        <>
          <TopicMap
            label={`Topic map, ${plural(map.n, 'paper')}`}
            map={map}
            colours={colours}
            names={names}
            mask={mask}
            themes={index.themes}
            paperPlace={paperPlace}
            contours={contours}
            lassoOn={lassoOn}
            scheme={scheme}
            handle={handle}
            onReady={setHandle}
            onPickPaper={onPickPaper}
            onPickTopic={onPickTopic}
            onLasso={(places) => {
              setLasso(places)
              setLassoOn(false)
              void setLink({ paper: null })
            }}
          />
          <HoverCard handle={handle} map={map} index={index} analysisId={analysis.id} />
          {colours.legend.length > 0 && (
            <ul className={classes.legend} aria-label="Colours">
              {colours.legend.map(({ label, colour }) => (
                <li key={`${label}${colour}`}>
                  <Swatch colour={colour} />
                  {label}
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      <MapToolbar
        table={table}
        colour={link.colour}
        contours={contours}
        lassoOn={lassoOn}
        handle={handle}
        onColour={(colour) => void setLink({ colour })}
        onContours={() => setSettings({ contours: !contours })}
        onLasso={toggleLasso}
        onTable={() => void setLink({ view: table ? null : 'table' })}
      />
    </div>
  )
}
