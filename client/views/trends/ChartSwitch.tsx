import { SegmentedControl } from '@mantine/core'
import { CHARTS, LINK, useLink, type Chart } from '../../state/link.ts'
import classes from './ChartSwitch.module.css'

const NAMES: Record<Chart, string> = {
  lines: 'Lines',
  stream: 'Stream',
  rank: 'Ranks',
  plane: 'Size and growth',
  terms: 'Rising terms',
  groups: 'Venues',
}

/** The ways to look at trends. */
export function ChartSwitch() {
  const [{ chart }, setLink] = useLink()
  return (
    <div className={classes.switch}>
      <SegmentedControl
        size="xs"
        classNames={{ root: classes.names }}
        aria-label="Chart"
        value={chart}
        onChange={(value) => void setLink({ chart: LINK.chart.parse(value), at: null }, { history: 'push' })}
        data={CHARTS.map((value) => ({ value, label: NAMES[value] }))}
      />
    </div>
  )
}
