import { ActionIcon, Tooltip } from '@mantine/core'
import { brushX, max, scaleBand, scaleLinear, select, type D3BrushEvent } from 'd3'
import { IconPlayerPause, IconPlayerPlay, IconX } from '@tabler/icons-react'
import { useEffect, useMemo, useRef } from 'react'
import { formatPeriod, plural } from '../../../shared/format.ts'
import type { MapColumns } from '../../../shared/map.ts'
import type { Bin } from '../../../shared/period.ts'
import { daysBetween } from '../../hooks/focus-mask.ts'
import { useLink } from '../../state/link.ts'
import { useWidth } from '../../ui/use-size.ts'
import { countPeriods, datesOf, runOf, timeBins } from './time-bins.ts'
import { usePlay } from './use-play.ts'
import classes from './TimeBrush.module.css'

interface TimeBrushProps {
  map: MapColumns
  bin: Bin
  mask: Uint8Array | null
}

const HEIGHT = 40

/** Papers over time under the map; a stretch that is brushed narrows everything to it. */
export function TimeBrush({ map, bin, mask }: TimeBrushProps) {
  const [{ from, to }, setLink] = useLink()
  const [frame, width] = useWidth<HTMLDivElement>()
  const layer = useRef<SVGGElement>(null)
  const bins = useMemo(() => timeBins(map, bin), [map, bin])
  const all = useMemo(() => (bins === null ? [] : countPeriods(bins, null)), [bins])
  const focused = useMemo(() => (bins === null || mask === null ? null : countPeriods(bins, mask)), [bins, mask])
  const periods = bins?.periods ?? []
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

  const x = scaleBand<number>()
    .domain(periods.map((_, place) => place))
    .range([0, width])
    .paddingInner(0.12)
  const y = scaleLinear([0, max(all) ?? 1], [0, HEIGHT - 6])
  const step = periods.length === 0 ? 1 : width / periods.length

  const latest = useRef({ pick, step })
  useEffect(() => {
    latest.current = { pick, step }
  })
  useEffect(() => {
    if (layer.current === null || width === 0 || periods.length < 2) return
    const group = select(layer.current)
    const brush = brushX<unknown>()
      .extent([[0, 0], [width, HEIGHT]])
      .on('end', (event: D3BrushEvent<unknown>) => {
        // Only what a person did: moving the brush to where the link says ends here too.
        if (event.sourceEvent === undefined || event.sourceEvent === null) return
        const selection = event.selection as [number, number] | null
        const count = periods.length
        if (selection === null) latest.current.pick(0, count - 1)
        else {
          const first = Math.max(0, Math.min(count - 1, Math.round(selection[0] / latest.current.step)))
          const last = Math.max(first, Math.min(count - 1, Math.round(selection[1] / latest.current.step) - 1))
          latest.current.pick(first, last)
        }
      }) // prettier-ignore
    group.call(brush)
    group.call(brush.move, timed && run !== null ? [start * step, (end + 1) * step] : null)
    return () => void group.on('.brush', null)
  }, [width, periods, timed, start, end])

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
          {all.map((count, place) => (
            <g key={periods[place].label}>
              <rect
                className={classes.all}
                x={x(place)}
                width={x.bandwidth()}
                y={HEIGHT - y(count)}
                height={y(count)}
              />
              {focused !== null && (
                <rect
                  className={classes.focused}
                  x={x(place)}
                  width={x.bandwidth()}
                  y={HEIGHT - y(focused[place])}
                  height={y(focused[place])}
                />
              )}
            </g>
          ))}
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
      <span className={classes.hidden} role="status">
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
