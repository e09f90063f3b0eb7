import { SegmentedControl, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { HeatChart } from '../../../shared/charts/HeatChart.tsx'
import { topicAccent } from '../../../shared/charts/palette.ts'
import { formatPercent, plural } from '../../../shared/format.ts'
import { MISCELLANEOUS } from '../../../shared/topic.ts'
import { crossTrendsQuery } from '../../api/trends.ts'
import { formatPoint, LINK, useLink } from '../../state/link.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { useWidth } from '../../ui/use-size.ts'
import { Waiting } from '../../ui/Waiting.tsx'
import { groupRows } from './group-rows.ts'
import { groupsCsv, groupsJson } from './group-files.ts'
import { GroupsTable } from './GroupsTable.tsx'
import type { PanelProps } from './panel-props.ts'
import { fieldQuery } from './set-options.ts'
import { TakeAway } from '../parts/TakeAway.tsx'
import { TrapNotes } from './TrapNotes.tsx'
import controls from './Controls.module.css'
import classes from './Panel.module.css'

const MOST = 25
const WORDS = { venue: ['venue', 'venues'], organisation: ['organisation', 'organisations'] } as const

/** Venues or organisations over time: how much of each period is theirs, or how much of each of them a topic is. */
export function GroupsPanel({ title, analysis, index, brush }: PanelProps) {
  const [{ by, topic, from, to }, setLink] = useLink()
  const picked = topic !== null && index.byId.has(topic) ? topic : null
  const { data, error } = useQuery(crossTrendsQuery(analysis.id, by, picked, MOST))
  const [frame, width] = useWidth<HTMLDivElement>()
  const chart = useRef<HTMLDivElement>(null)
  const table = data === undefined ? null : groupRows(data, from, to)
  const [one, many] = WORDS[by]
  const name = picked === null ? null : index.byId.get(picked)!.label
  const open = (label: string, period: string): void => {
    const set = fieldQuery(by === 'venue' ? 'venue' : 'org', label)
    void setLink({ at: formatPoint(`set:${picked === null ? '' : `${picked}:`}${set}`, period) }, { history: 'push' })
  }
  const heading = name === null ? `Papers by ${one}` : `${name} by ${one}`
  const caption =
    name === null
      ? `How much of each period's papers the largest ${many} hold.`
      : `How much of each ${one}'s papers of a period is on ${name}. Pale: fewer than 5 papers of it.`
  return (
    <>
      <div className={controls.controls}>
        <SegmentedControl
          size="xs"
          aria-label="Divide by"
          value={by}
          onChange={(value) => void setLink({ by: LINK.by.parse(value), at: null })}
          data={[
            { value: 'venue', label: 'venues' },
            { value: 'organisation', label: 'organisations' },
          ]}
        />
        <Select
          size="xs"
          w={240}
          searchable
          aria-label="Topic"
          placeholder="all topics"
          clearable
          value={picked === null ? null : String(picked)}
          onChange={(value) => void setLink({ topic: value === null ? null : Number(value), at: null })}
          data={index.topics
            .filter(({ id }) => id !== MISCELLANEOUS)
            .map(({ id, label }) => ({ value: String(id), label }))}
        />
        {table && (
          <TakeAway
            chart={chart}
            csv={() => groupsCsv(table)}
            json={() => groupsJson(table, by, name)}
            title={`${title} ${heading} over time`}
          />
        )}
      </div>
      {error && <ErrorNote error={error} />}
      {table === null && error === null && <Waiting />}
      <div ref={frame}>
        {data && table && (
          <>
            {table.rows.length > 0 && table.periods.length > 0 ? (
              <>
                <p className={classes.caption}>
                  {caption} The strongest cell is {formatPercent(table.top)}.
                  {data.nameless > 0 && ` ${plural(data.nameless, 'paper')} name no ${one}.`}
                </p>
                <div ref={chart}>
                  {width > 0 && (
                    <HeatChart
                      rows={table.rows}
                      periods={table.periods}
                      color={picked === null ? 'var(--accent)' : topicAccent(picked)}
                      describe={(row) => (picked === null ? 'of all' : `of ${row.label}`)}
                      title={`${heading} over time`}
                      width={width}
                      onCell={(row, period) => open(row.label, period)}
                    />
                  )}
                </div>
              </>
            ) : (
              <p className={classes.empty}>
                None of these papers says{' '}
                {by === 'venue' ? 'where it was published' : 'which organisation is behind it'}. Imports that do, such
                as CSV or JSON with a column for it, fill this table.
              </p>
            )}
          </>
        )}
      </div>
      {brush}
      {data && <TrapNotes notes={data.notes} />}
      {table && table.rows.length > 0 && <GroupsTable table={table} caption={heading} onCell={open} />}
    </>
  )
}
