import { ActionIcon, Kbd, Modal, Tooltip } from '@mantine/core'
import { useDisclosure, useHotkeys } from '@mantine/hooks'
import { IconKeyboard } from '@tabler/icons-react'
import { SHORTCUTS } from '../../hooks/shortcuts.ts'
import classes from './HelpButton.module.css'

/** The list of keys; `?` opens it. */
export function HelpButton() {
  const [opened, { open, close }] = useDisclosure()
  useHotkeys([['shift+?', open], ['?', open]]) // prettier-ignore
  return (
    <>
      <Tooltip label="Keyboard shortcuts">
        <ActionIcon aria-label="Keyboard shortcuts" onClick={open} className={classes.button}>
          <IconKeyboard size={18} stroke={1.75} />
        </ActionIcon>
      </Tooltip>
      <Modal opened={opened} onClose={close} title="Keyboard shortcuts" size={460}>
        <dl className={classes.list}>
          {SHORTCUTS.map(({ keys, does }) => (
            <div key={does}>
              <dt>{does}</dt>
              <dd>
                {keys.map((key) => (
                  <Kbd key={key}>{key}</Kbd>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      </Modal>
    </>
  )
}
