import { Select, SegmentedControl } from '@mantine/core'
import type { ReactNode } from 'react'
import { BINS, type Bin } from '../../../shared/period.ts'
import type { TrendField } from '../../../shared/trend.ts'
import { LINK, useLink } from '../../state/link.ts'
import { binLabel } from './bin-label.ts'
import { SmoothSelect } from './SmoothSelect.tsx'
import classes from './Controls.module.css'

const FIELDS = { 'title,abstract': 'titles and abstracts', title: 'titles', abstract: 'abstracts' }

interface LinesControlsProps {
  /** The bin and the fields of what is drawn; no fields where no phrase is. */
  bin: Bin
  fields: readonly TrendField[] | null
  children: ReactNode
}

/** How the lines are counted and drawn. What only typed phrases have is off without one. */
export function LinesControls({ bin, fields, children }: LinesControlsProps) {
  const [link, setLink] = useLink()
  const typed = link.query.length > 0
  const found = fields === null ? '' : ` (${FIELDS[fields.join(',') as keyof typeof FIELDS] ?? fields.join(', ')})`
  return (
    <div className={classes.controls}>
      <Select
        size="xs"
        w={130}
        aria-label="Period"
        allowDeselect={false}
        value={link.bin}
        disabled={!typed}
        onChange={(value) => void setLink({ bin: LINK.bin.parse(value ?? 'auto'), at: null })}
        data={[
          { value: 'auto', label: `auto (${binLabel(bin)})` },
          ...BINS.map((value) => ({ value, label: binLabel(value) })),
        ]}
      />
      <Select
        size="xs"
        w={190}
        aria-label="Where to look"
        allowDeselect={false}
        value={link.fields}
        disabled={!typed}
        onChange={(value) => void setLink({ fields: LINK.fields.parse(value ?? 'auto'), at: null })}
        data={[
          { value: 'auto', label: `auto${found}` },
          ...Object.entries(FIELDS).map(([value, label]) => ({ value, label })),
        ]}
      />
      <SegmentedControl
        size="xs"
        aria-label="What to show"
        value={link.mode}
        onChange={(value) => void setLink({ mode: LINK.mode.parse(value) })}
        data={[
          { value: 'share', label: 'share' },
          { value: 'counts', label: 'papers' },
        ]}
      />
      <SmoothSelect bin={bin} />
      <Select
        size="xs"
        w={172}
        aria-label="Where lines begin"
        allowDeselect={false}
        value={link.start}
        onChange={(value) => void setLink({ start: LINK.start.parse(value ?? '0') })}
        data={[
          { value: '0', label: 'by the calendar' },
          { value: '1', label: 'from the first paper' },
          { value: '5', label: `from 5 papers a ${binLabel(bin)}` },
          { value: '10', label: `from 10 papers a ${binLabel(bin)}` },
        ]}
      />
      {children}
    </div>
  )
}
