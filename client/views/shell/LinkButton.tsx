import { ActionIcon, Tooltip } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconLink } from '@tabler/icons-react'

/** Copies the address of what is on the screen. */
export async function copyLink(): Promise<void> {
  try {
    await navigator.clipboard.writeText(location.href)
    notifications.show({ message: 'Link copied: it shows just what you see' })
  } catch {
    notifications.show({ message: 'The browser keeps its clipboard shut; the address bar holds the link' })
  }
}

export function LinkButton() {
  return (
    <Tooltip label="Copy link to this view">
      <ActionIcon aria-label="Copy link" onClick={() => void copyLink()}>
        <IconLink size={18} stroke={1.75} />
      </ActionIcon>
    </Tooltip>
  )
}
