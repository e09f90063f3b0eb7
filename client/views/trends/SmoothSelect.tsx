import type { Bin } from '../../../shared/period.ts'
import { useLink } from '../../state/link.ts'
import { binLabel } from './bin-label.ts'
import { ControlSelect } from './ControlSelect.tsx'

/** Whether shares are smoothed, and over how many periods; counts never are. */
export function SmoothSelect({ bin }: { bin: Bin }) {
  const [{ smooth, mode }, setLink] = useLink()
  const label = (periods: number): string =>
    bin === 'two-year' ? `${periods} two-year periods` : `${periods} ${binLabel(bin)}s`
  return (
    <ControlSelect
      label="Smoothing"
      width={158}
      value={smooth}
      disabled={mode === 'counts'}
      onChange={(value) => void setLink({ smooth: value })}
      options={[
        { value: '0', label: 'not smoothed' },
        { value: '1', label: `smoothed: ${label(3)}` },
        { value: '2', label: `smoothed: ${label(5)}` },
      ]}
    />
  )
}
