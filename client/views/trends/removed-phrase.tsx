import { notifications } from '@mantine/notifications'
import { Notice } from '../../ui/Notice.tsx'

const ID = 'removed-phrase'

/** Says that a phrase was taken out, and offers to put it back; `undo` is called at most once. */
export function tellRemovedPhrase(phrase: string, undo: () => void): void {
  hideRemovedPhrase()
  const back = (): void => {
    hideRemovedPhrase()
    undo()
  }
  notifications.show({
    id: ID,
    message: <Notice message={`“${phrase}” is taken out`} actions={[{ label: 'Undo', run: back }]} />,
    autoClose: 8000,
  })
}

/** Takes the offer back, where there is nothing to put the phrase into. */
export function hideRemovedPhrase(): void {
  notifications.hide(ID)
}
