import { SegmentedControl } from '@mantine/core'
import { useCallback, useMemo, useRef, useState } from 'react'
import { PlaneChart } from '../../../shared/charts/PlaneChart.tsx'
import { plural } from '../../../shared/format.ts'
import type { TrendItem } from '../../../shared/trend.ts'
import { itemId, overviewItems, overviewSeries } from '../../hooks/overview-series.ts'
import { ALL_TIME, formatPoint, LINK, parsePoint, useLink } from '../../state/link.ts'
import { useWidth } from '../../ui/use-size.ts'
import { judgedText } from '../parts/verdict.ts'
import { BrushedNote } from './BrushedNote.tsx'
import { binLabel } from './bin-label.ts'
import { byVerdict } from './by-verdict.ts'
import { judgedCsv, judgedJson } from './judged-files.ts'
import { itemVotes, votesText } from './item-votes.ts'
import { JudgedTable } from './JudgedTable.tsx'
import { LevelSwitch } from './LevelSwitch.tsx'
import type { PanelProps } from './panel-props.ts'
import { itemLines, linesWithin } from './judged-lines.ts'
import { planeItems } from './plane-items.ts'
import { TakeAway } from '../parts/TakeAway.tsx'
import { TrapNotes } from './TrapNotes.tsx'
import { trendNotes } from './trend-notes.ts'
import controls from './Controls.module.css'
import classes from './Panel.module.css'

/** How large topics or themes are and how fast they grow, and the verdicts on all of them in a table. */
export function PlanePanel({ title, index, trends, brush }: PanelProps) {
  const [{ level, at, area: asked, from, to }, setLink] = useLink()
  const items = useMemo(() => byVerdict(overviewItems(trends.items, level)), [trends, level])
  const lines = useMemo(() => linesWithin(itemLines(items, itemId), from, to), [items, from, to])
  const votesOf = useCallback((item: TrendItem) => itemVotes(index, item), [index])
  const placed = useMemo(() => planeItems(items, overviewSeries(items), votesOf), [items, votesOf])
  const voted = placed.some(({ votes }) => votes !== null)
  // A link may ask for votes where there are none.
  const area = voted ? asked : 'papers'
  const [hovered, setHovered] = useState<string | null>(null)
  const [frame, width] = useWidth<HTMLDivElement>()
  const chart = useRef<HTMLDivElement>(null)
  const left = items.length - placed.length
  const open = (id: string): void => void setLink({ at: formatPoint(id, ALL_TIME) }, { history: 'push' })
  const textOf = new Map(
    items.map((item) => [itemId(item), `${item.verdict}, ${judgedText(item, trends.bin)}${votesText(votesOf(item))}`]),
  )
  return (
    <>
      <div className={controls.controls}>
        <LevelSwitch />
        {voted && (
          <SegmentedControl
            size="xs"
            aria-label="What the size of a dot means"
            value={area}
            onChange={(value) => void setLink({ area: LINK.area.parse(value) })}
            data={[
              { value: 'papers', label: 'papers' },
              { value: 'votes', label: 'votes a paper' },
            ]}
          />
        )}
        <TakeAway
          chart={chart}
          csv={() => judgedCsv(lines)}
          json={() => judgedJson(lines, trends.bin)}
          title={`${title} ${level}s by size and growth`}
        />
      </div>
      <p className={classes.caption}>
        To the right: more papers. Upwards: faster growth of the share. A full disc is surely emerging or declining, one
        with an eye has peaked in the {binLabel(trends.bin)} beside its name (upwards: its whole course); a ring may be
        chance.
        {area === 'votes' && ' The larger a dot, the more votes its median paper has.'}
        {left > 0 && ` Not placed for want of data: ${plural(left, level)}.`}
      </p>
      <div ref={frame}>
        <div ref={chart}>
          {width > 0 && placed.length > 0 && (
            <PlaneChart
              items={placed}
              growth={`change of odds a ${binLabel(trends.bin)}`}
              describe={(item) => `${item.label}: ${textOf.get(item.id) ?? ''}`}
              area={area}
              width={width}
              height={width < 560 ? 380 : 520}
              selected={hovered ?? parsePoint(at)?.line ?? null}
              onHover={setHovered}
              onPick={(item) => open(item.id)}
            />
          )}
          {placed.length === 0 && (
            <p className={classes.empty}>
              Not enough data: too few dated papers or periods to say how fast anything grows.
            </p>
          )}
        </div>
      </div>
      <TrapNotes notes={trendNotes(undefined, trends)} />
      <section className={classes.section}>
        <h2>Verdicts</h2>
        {brush}
        <BrushedNote />
        <JudgedTable
          caption={`Verdicts on ${level}s`}
          what={level === 'topic' ? 'Topic' : 'Theme'}
          lines={lines}
          bin={trends.bin}
          action={(line) => ({ label: `Papers of ${line.label}`, run: () => open(line.id) })}
        />
      </section>
    </>
  )
}
