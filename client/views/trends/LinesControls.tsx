import type { ReactNode } from 'react'
import { BINS, type Bin } from '../../../shared/period.ts'
import type { TrendField } from '../../../shared/trend.ts'
import { useLink } from '../../state/link.ts'
import { binLabel } from './bin-label.ts'
import { ControlSelect } from './ControlSelect.tsx'
import { ModeSwitch } from './ModeSwitch.tsx'
import { SmoothSelect } from './SmoothSelect.tsx'
import classes from './Controls.module.css'

const FIELDS = { 'title,abstract': 'titles and abstracts', title: 'titles', abstract: 'abstracts' } as const
const FIELD_CHOICES = (['title,abstract', 'title', 'abstract'] as const).map((value) => ({
  value,
  label: FIELDS[value],
}))

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
      <ControlSelect
        label="Period"
        width={130}
        value={link.bin}
        disabled={!typed}
        onChange={(value) => void setLink({ bin: value, at: null })}
        options={[
          { value: 'auto', label: `auto (${binLabel(bin)})` },
          ...BINS.map((value) => ({ value, label: binLabel(value) })),
        ]}
      />
      <ControlSelect
        label="Where to look"
        width={190}
        value={link.fields}
        disabled={!typed}
        onChange={(value) => void setLink({ fields: value, at: null })}
        options={[{ value: 'auto', label: `auto${found}` }, ...FIELD_CHOICES]}
      />
      <ModeSwitch />
      <SmoothSelect bin={bin} />
      <ControlSelect
        label="Where lines begin"
        width={172}
        value={link.start}
        onChange={(value) => void setLink({ start: value })}
        options={[
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
