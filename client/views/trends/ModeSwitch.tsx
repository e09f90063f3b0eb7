import { SegmentedControl } from '@mantine/core'
import { LINK, useLink } from '../../state/link.ts'

/** Whether a chart shows shares of papers or numbers of papers. */
export function ModeSwitch() {
  const [{ mode }, setLink] = useLink()
  return (
    <SegmentedControl
      size="xs"
      aria-label="What to show"
      value={mode}
      onChange={(value) => void setLink({ mode: LINK.mode.parse(value) })}
      data={[
        { value: 'share', label: 'share' },
        { value: 'counts', label: 'papers' },
      ]}
    />
  )
}
