import { Button, Group, Modal, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useEffect, useMemo, useState } from 'react'
import type { CollectionDetail } from '../../../shared/collection.ts'
import { VOCABULARY } from '../../../shared/vocabulary.ts'
import { parseVocabulary, stopWordsText, synonymsText, type LineFault } from '../../../shared/vocabulary-text.ts'
import { useCollectionActions } from '../../api/collections.ts'
import { closeWords } from '../../state/words.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import classes from './WordsDialog.module.css'

interface WordsDialogProps {
  collection: CollectionDetail
  /** A term that begins a group of synonyms; null for none. */
  synonymOf: string | null
}

/** What the analyses of a collection ignore and take to mean the same: checked as one types, kept, and used by the next one. */
export default function WordsDialog({ collection, synonymOf }: WordsDialogProps) {
  const { id, vocabulary, jobId } = collection
  const [stopWords, setStopWords] = useState(() => stopWordsText(vocabulary.stopWords))
  const [synonyms, setSynonyms] = useState(() => {
    const begun = synonymOf === null ? '' : `${synonymOf} = `
    return `${synonymsText(vocabulary.synonyms)}${begun}`
  })
  const { value, faults } = useMemo(() => parseVocabulary({ stopWords, synonyms }), [stopWords, synonyms])
  const wrong = faults.stopWords.length + faults.synonyms.length > 0
  const { setVocabulary, analyse } = useCollectionActions()
  // What a notice offers to undo is here to be changed by hand, and it would lie over the buttons of a small screen.
  useEffect(() => notifications.clean(), [])
  const save = (thenAnalyse: boolean) =>
    setVocabulary.mutate(
      { id, vocabulary: value },
      {
        onSuccess: () => {
          if (thenAnalyse) analyse.mutate({ id })
          closeWords()
        },
      },
    )
  return (
    <Modal opened onClose={closeWords} title="Words of this collection" size={620}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (!wrong) save(false)
        }}
      >
        <Textarea
          label={VOCABULARY.stopWords.label}
          description="Count for nothing and name no topic. One a line, or separated by commas; phrases may be ignored, too."
          placeholder={'framework\nstate of the art'}
          rows={7}
          spellCheck={false}
          data-autofocus={synonymOf === null ? true : undefined}
          value={stopWords}
          error={faultList(faults.stopWords)}
          onChange={(event) => setStopWords(event.currentTarget.value)}
        />
        <Textarea
          label={VOCABULARY.synonyms.label}
          description="Count as one term. One group a line, with = between; the first is shown. Plurals and capitals make no difference."
          placeholder="large language model = LLM = foundation model"
          rows={7}
          spellCheck={false}
          data-autofocus={synonymOf === null ? undefined : true}
          value={synonyms}
          error={faultList(faults.synonyms)}
          onChange={(event) => setSynonyms(event.currentTarget.value)}
        />
        {setVocabulary.error && <ErrorNote error={setVocabulary.error} />}
        <p className={classes.note}>
          {jobId === null
            ? 'Analyses that are there stay as they are; the next one uses what is saved here.'
            : 'An analysis is under way; it goes on with the words it began with.'}
        </p>
        <Group justify="flex-end">
          <Button variant="default" onClick={closeWords}>
            Cancel
          </Button>
          <Button type="submit" variant="default" disabled={wrong} loading={setVocabulary.isPending}>
            Save
          </Button>
          <Button
            disabled={wrong || jobId !== null || collection.papers === 0}
            loading={setVocabulary.isPending}
            onClick={() => save(true)}
          >
            Save and analyse
          </Button>
        </Group>
      </form>
    </Modal>
  )
}

const FAULTS_SHOWN = 4

function faultList(faults: readonly LineFault[]) {
  if (faults.length === 0) return null
  const more = faults.length - FAULTS_SHOWN
  return (
    <>
      {faults.slice(0, FAULTS_SHOWN).map(({ line, message }) => (
        <span key={`${line} ${message}`} className={classes.fault}>
          Line {line}: {message}
        </span>
      ))}
      {more > 0 && <span className={classes.fault}>and {more} more</span>}
    </>
  )
}
