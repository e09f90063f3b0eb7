import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { sameVocabulary, withIgnored, withoutIgnored, type Vocabulary } from '../../../shared/vocabulary.ts'
import { collectionQuery, useCollectionActions } from '../../api/collections.ts'
import { Notice } from '../../ui/Notice.tsx'

interface WordsNoticeProps {
  noticeId: string
  collectionId: string
  term: string
  /** Whether the term is ignored now. */
  ignored: boolean
  /** The vocabulary that was there before. */
  before: Vocabulary
}

/** What was done with a term, the way back, and the way to an analysis that heeds it. */
export function WordsNotice({ noticeId, collectionId, term, ignored, before }: WordsNoticeProps) {
  const queries = useQueryClient()
  const { setVocabulary, analyse } = useCollectionActions()
  const hide = () => notifications.hide(noticeId)
  const undo = async (): Promise<void> => {
    const { vocabulary: now } = await queries.ensureQueryData(collectionQuery(collectionId))
    const done = ignored ? withIgnored(before, term) : withoutIgnored(before, term)
    // Where something else came after it, only this term goes back.
    const back = ignored ? withoutIgnored(now, term) : withIgnored(now, term)
    setVocabulary.mutate({ id: collectionId, vocabulary: sameVocabulary(now, done) ? before : back })
    hide()
  }
  const again = (): void => {
    analyse.mutate({ id: collectionId })
    hide()
  }
  return (
    <Notice
      message={ignored ? `“${term}” is ignored from the next analysis on` : `“${term}” counts again`}
      actions={[
        { label: 'Undo', run: () => void undo() },
        { label: 'Analyse again', run: again },
      ]}
    />
  )
}
