import { Select } from '@mantine/core'
import { formatPeriod } from '../../../shared/format.ts'
import classes from './SetChooser.module.css'

interface PeriodChooserProps {
  label: string
  /** `2019`, `2019..2021`, or '' for none yet. */
  value: string
  /** Oldest first. */
  periods: readonly string[]
  onChange: (value: string) => void
}

/** A stretch of periods, from … to. */
export function PeriodChooser({ label, value, periods, onChange }: PeriodChooserProps) {
  const [from = '', to = from] = value === '' ? [] : value.split('..')
  const names = [...new Set([from, ...periods, to])].filter((name) => name !== '')
  const data = names.map((name) => ({ value: name, label: formatPeriod(name) }))
  const give = (first: string, last: string): void => onChange(first === last ? first : `${first}..${last}`)
  return (
    <span className={classes.period}>
      <Select
        size="xs"
        aria-label={`First period of ${label.toLowerCase()}`}
        placeholder="from"
        searchable
        allowDeselect={false}
        value={from === '' ? null : from}
        data={data}
        onChange={(first) =>
          first !== null && give(first, to === '' || names.indexOf(to) < names.indexOf(first) ? first : to)
        }
      />
      <span>to</span>
      <Select
        size="xs"
        aria-label={`Last period of ${label.toLowerCase()}`}
        placeholder="to"
        searchable
        allowDeselect={false}
        value={to === '' ? null : to}
        data={data}
        onChange={(last) =>
          last !== null && give(from === '' || names.indexOf(from) > names.indexOf(last) ? last : from, last)
        }
      />
    </span>
  )
}
