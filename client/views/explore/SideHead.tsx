import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import classes from './SideHead.module.css'

/** The line on top of the papers panel: what it holds, and how to let go of it. */
export function SideHead({ title, back, onClose }: { title: string; back?: string; onClose?: () => void }) {
  return (
    <div className={classes.head}>
      <h2>{title}</h2>
      {onClose && (
        <ActionIcon
          size={28}
          aria-label={back ?? 'Clear the selection'}
          title={back ?? 'Clear (Esc)'}
          onClick={onClose}
        >
          <IconX size={16} stroke={1.75} />
        </ActionIcon>
      )}
    </div>
  )
}
