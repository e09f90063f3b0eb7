import { Menu, UnstyledButton } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconEqual, IconEye, IconEyeOff } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { formKey, withIgnored, withoutIgnored } from '../../../shared/vocabulary.ts'
import { collectionQuery, useCollectionActions } from '../../api/collections.ts'
import { openWords } from '../../state/words.ts'
import { WordsNotice } from './WordsNotice.tsx'
import classes from './TermMenu.module.css'

/** A term that an analysis found; a click offers to ignore it, or to say what means the same. */
export function TermMenu({ collectionId, term }: { collectionId: string; term: string }) {
  const queries = useQueryClient()
  const { data: collection } = useQuery(collectionQuery(collectionId))
  const { setVocabulary } = useCollectionActions()
  const ignored = collection?.vocabulary.stopWords.some((word) => formKey(word) === formKey(term)) ?? false
  const toggle = async (): Promise<void> => {
    // What is kept now, not what was when this was drawn: several terms may be ignored in a row.
    const { vocabulary: before } = await queries.ensureQueryData(collectionQuery(collectionId))
    const vocabulary = ignored ? withoutIgnored(before, term) : withIgnored(before, term)
    const id = `words ${formKey(term)}`
    notifications.hide(id)
    try {
      await setVocabulary.mutateAsync({ id: collectionId, vocabulary })
      const message = <WordsNotice noticeId={id} {...{ collectionId, term, ignored: !ignored, before }} />
      notifications.show({ id, message, autoClose: 10_000 })
    } catch (error) {
      notifications.show({ id, message: error instanceof Error ? error.message : String(error), autoClose: 10_000 })
    }
  }
  return (
    <Menu position="bottom-start" width={210} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <UnstyledButton
          className={classes.term}
          data-ignored={ignored}
          title={ignored ? 'Ignored by the next analysis' : undefined}
        >
          {term}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={ignored ? <IconEye size={14} aria-hidden /> : <IconEyeOff size={14} aria-hidden />}
          onClick={() => void toggle()}
        >
          {ignored ? 'Do not ignore it' : 'Ignore this word'}
        </Menu.Item>
        <Menu.Item leftSection={<IconEqual size={14} aria-hidden />} onClick={() => openWords(term)}>
          Means the same as …
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** Terms in a line, each with its menu. */
export function TermLine({ collectionId, terms }: { collectionId: string; terms: readonly string[] }) {
  return (
    <span className={classes.line}>
      {terms.map((term, place) => (
        <span key={term}>
          {place > 0 && <span aria-hidden> · </span>}
          <TermMenu collectionId={collectionId} term={term} />
        </span>
      ))}
    </span>
  )
}
