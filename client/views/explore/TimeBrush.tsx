import { ActionIcon, Tooltip } from '@mantine/core'
import { max } from 'd3'
import { IconPlayerPause, IconPlayerPlay, IconX } from '@tabler/icons-react'
import { useMemo, useRef } from 'react'
import { formatPeriod, plural } from '../../../shared/format.ts'
import type { MapColumns } from '../../../shared/map.ts'
import type { Bin, Period } from '../../../shared/period.ts'
import { daysBetween } from '../../hooks/focus-mask.ts'
import { useLink } from '../../state/link.ts'
import { useWidth } from '../../ui/use-size.ts'
import { countPeriods, datesOf, runOf, timeBins } from './time-bins.ts'
import { useBrush } from './use-brush.ts'
import { usePlay } from './use-play.ts'
import unseen from '../../ui/Unseen.module.css'
import classes from './TimeBrush.module.css'

interface TimeBrushProps {
  map: MapColumns
  bin: Bin
  /** A year with which two-year periods end; default an even one. */
  pairsEnd?: number
  mask: Uint8Array | null
}

const HEIGHT = 40
const none: readonly Period[] = []

/** Papers over time under the map; a stretch that is brushed narrows everything to it. */
export function TimeBrush({ map, bin, pairsEnd = 0, mask }: TimeBrushProps) {
  const [{ from, to }, setLink] = useLink()
  const [frame, width] = useWidth<HTMLDivElement>()
  const bins = useMemo(() => timeBins(map, bin, pairsEnd), [map, bin, pairsEnd])
  const all = useMemo(() => (bins === null ? [] : countPeriods(bins, null)), [bins])
  const focused = useMemo(() => (bins === null || mask === null ? null : countPeriods(bins, mask)), [bins, mask])
  const periods = bins?.periods ?? none
  const top = max(all) ?? 1
  const timed = from !== null || to !== null
  const run = timed && periods.length > 0 ? runOf(periods, ...daysBetween(from, to)) : null
  const [start, end] = run ?? [0, periods.length - 1]

  const pick = (first: number, last: number): void => {
    const whole = first === 0 && last === periods.length - 1
    void setLink(whole ? { from: null, to: null } : datesOf(periods, first, last))
  }
  const play = usePlay(() => {
    const length = timed ? end - start + 1 : Math.max(1, Math.round(periods.length / 8))
    const next = timed && end < periods.length - 1 ? start + 1 : 0
    pick(next, next + length - 1)
  })

  const layer = useRef<SVGGElement>(null)
  useBrush({
    layer,
    width,
    height: HEIGHT,
    count: periods.length,
    run,
    onBrush: (brushed) => pick(...(brushed ?? [0, periods.length - 1])),
  })
  if (bins === null || periods.length < 2) return null
  return (
    <div className={classes.brush} role="group" aria-label="Time">
      <PeriodSelect
        label="From"
        periods={periods}
        value={start}
        onChange={(place) => pick(place, Math.max(place, end))}
      />
      <div ref={frame} className={classes.frame}>
        <svg width={width} height={HEIGHT} aria-hidden>
          <Bars counts={all} top={top} width={width} className={classes.all} />
          {focused !== null && <Bars counts={focused} top={top} width={width} className={classes.focused} />}
          <g ref={layer} className={classes.layer} />
        </svg>
      </div>
      <PeriodSelect
        label="To"
        periods={periods}
        value={end}
        onChange={(place) => pick(Math.min(place, start), place)}
      />
      <Tooltip label={play.on ? 'Stop' : 'Play through time'}>
        <ActionIcon aria-label={play.on ? 'Stop' : 'Play through time'} onClick={play.toggle}>
          {play.on ? <IconPlayerPause size={16} stroke={1.75} /> : <IconPlayerPlay size={16} stroke={1.75} />}
        </ActionIcon>
      </Tooltip>
      {timed && (
        <ActionIcon aria-label="All time" onClick={() => void setLink({ from: null, to: null })}>
          <IconX size={16} stroke={1.75} />
        </ActionIcon>
      )}
      <span className={unseen.unseen} role="status">
        {timed && run !== null && `${formatPeriod(periods[start].label)} to ${formatPeriod(periods[end].label)}, `}
        {timed &&
          run !== null &&
          plural(
            (focused ?? all).reduce((sum, count) => sum + count, 0),
            'paper',
          )}
      </span>
    </div>
  )
}

interface BarsProps {
  counts: readonly number[]
  /** The count that fills the height. */
  top: number
  width: number
  className: string | undefined
}

function Bars({ counts, top, width, className }: BarsProps) {
  const step = width / counts.length
  const gap = Math.min(6, step * 0.12)
  return counts.map((count, place) => {
    const height = (count / top) * (HEIGHT - 6)
    return (
      <rect
        key={place}
        className={className}
        x={place * step + gap / 2}
        width={step - gap}
        y={HEIGHT - height}
        height={height}
      />
    )
  })
}

interface PeriodSelectProps {
  label: string
  periods: readonly { label: string }[]
  value: number
  onChange: (place: number) => void
}

/** An end of the axis that can be set without a pointer. */
function PeriodSelect({ label, periods, value, onChange }: PeriodSelectProps) {
  return (
    <select
      className={classes.end}
      aria-label={label}
      value={value}
      onChange={(event) => onChange(Number(event.currentTarget.value))}
    >
      {periods.map((period, place) => (
        <option key={period.label} value={place}>
          {formatPeriod(period.label)}
        </option>
      ))}
    </select>
  )
}
