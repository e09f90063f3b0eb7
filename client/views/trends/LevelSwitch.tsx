import { SegmentedControl } from '@mantine/core'
import { LINK, useLink } from '../../state/link.ts'

/** Whether an overview shows topics or the themes that hold them. */
export function LevelSwitch() {
  const [{ level }, setLink] = useLink()
  return (
    <SegmentedControl
      size="xs"
      aria-label="Topics or themes"
      value={level}
      onChange={(value) => void setLink({ level: LINK.level.parse(value), at: null })}
      data={[
        { value: 'topic', label: 'topics' },
        { value: 'theme', label: 'themes' },
      ]}
    />
  )
}
