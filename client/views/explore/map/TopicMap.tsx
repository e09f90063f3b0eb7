import { useCallback, useEffect, useRef } from 'react'
import type { MapColumns } from '../../../../shared/map.ts'
import type { Theme } from '../../../../shared/topic.ts'
import { countTopics } from '../../../hooks/focus-mask.ts'
import { hoverPaper, hoverTopic, useFocus } from '../../../state/focus.ts'
import { GROUND } from '../../../ui/theme/ground.ts'
import type { MapColours } from '../map-colours.ts'
import type { MapName } from './label-layer.ts'
import type { MapClasses, MapHandle } from './map-handle.ts'
import { createMapRenderer } from './map-renderer.ts'
import classes from './TopicMap.module.css'

const BRIGHT_SHARE = 0.05

interface TopicMapProps {
  /** What the picture is, for those who do not see it. */
  label: string
  /** The renderer that `onReady` handed out; null until then. */
  handle: MapHandle | null
  map: MapColumns
  colours: MapColours
  names: readonly MapName[]
  mask: Uint8Array | null
  themes: readonly Theme[]
  paperPlace: number | null
  contours: boolean
  lassoOn: boolean
  scheme: 'light' | 'dark'
  onReady: (handle: MapHandle | null) => void
  onPickPaper: (place: number | null) => void
  onPickTopic: (topic: number | null) => void
  onLasso: (places: number[]) => void
}

/** Binds the renderer to React: made once, then told what changed. */
export function TopicMap(props: TopicMapProps) {
  const { handle, map, colours, names, mask, paperPlace, contours, lassoOn, scheme, onReady } = props
  const lines = useRef<HTMLCanvasElement>(null)
  const points = useRef<HTMLCanvasElement>(null)
  const overlay = useRef<SVGSVGElement>(null)
  const latest = useRef(props)
  const hovered = useFocus((state) => state.hoverPaper)
  useEffect(() => {
    latest.current = props
  })

  const host = useCallback(
    (element: HTMLDivElement) => {
      const made = createMapRenderer(
        element,
        { lines: lines.current!, points: points.current!, overlay: overlay.current! },
        classes as unknown as MapClasses,
        {
          onHover: hoverPaper,
          onPick: (place) => latest.current.onPickPaper(place),
          onPickName: (name) => {
            if (name.kind === 'topic') latest.current.onPickTopic(name.ref)
            else made.show(placesOfTheme(latest.current, name.ref))
          },
          onHoverName: (name) => hoverTopic(name?.kind === 'topic' ? name.ref : null),
          onLasso: (places) => latest.current.onLasso(places),
          onMove: () => hoverPaper(null),
        },
      )
      onReady(made)
      return () => {
        made.destroy()
        onReady(null)
      }
    },
    [onReady],
  )

  useEffect(() => handle?.setPoints(map), [handle, map])
  useEffect(() => handle?.setColours(colours.slot, colours.palette), [handle, colours])
  useEffect(() => handle?.setNames(names), [handle, names])
  useEffect(() => {
    handle?.setFocus(mask)
    handle?.setBright(mask === null ? null : brightTopics(countTopics(map, mask)))
  }, [handle, map, mask])
  useEffect(() => handle?.setRings(hovered, paperPlace), [handle, hovered, paperPlace])
  useEffect(() => handle?.setContours(contours), [handle, contours])
  useEffect(() => handle?.setLassoMode(lassoOn), [handle, lassoOn])
  useEffect(() => handle?.setGround(GROUND[scheme]), [handle, scheme])

  return (
    <div ref={host} className={classes.host} data-lasso={lassoOn} data-over={hovered !== null}>
      <canvas ref={points} role="img" aria-label={props.label} data-testid="topic-map" />
      <canvas ref={lines} aria-hidden />
      <svg ref={overlay} aria-hidden />
    </div>
  )
}

/** Topics that hold a part of the focus worth naming: a search has strays everywhere. */
function brightTopics(counts: ReadonlyMap<number, number>): Set<number> {
  const most = Math.max(0, ...counts.values())
  return new Set([...counts].filter(([, count]) => count >= most * BRIGHT_SHARE).map(([topic]) => topic))
}

function placesOfTheme({ map, themes }: TopicMapProps, themeId: number): number[] {
  const topics = new Set(themes.find((theme) => theme.id === themeId)?.topics)
  const places: number[] = []
  for (let i = 0; i < map.n; i++) if (topics.has(map.topic[i])) places.push(i)
  return places
}
