import { Button, NumberInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ANALYSIS_OPTIONS, type Analysis, type AnalysisOptions } from '../../../shared/analysis.ts'
import { CountChart } from '../../../shared/charts/CountChart.tsx'
import { plural } from '../../../shared/format.ts'
import { MISCELLANEOUS } from '../../../shared/topic.ts'
import { howChosen } from '../../../shared/topic-counts-text.ts'
import { collectionQuery, useCollectionActions } from '../../api/collections.ts'
import { useLink } from '../../state/link.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { countChoices } from './count-choices.ts'
import classes from './TopicNumber.module.css'

interface TopicNumberProps {
  analysis: Analysis
  /** Called when an analysis has been started. */
  onStarted: () => void
}

/** Why there are as many topics as there are, and the way to fewer, to more, or to a number of one's own. */
export function TopicNumber({ analysis, onStarted }: TopicNumberProps) {
  const { collectionId, options, facts, summary } = analysis
  const { data: collection } = useQuery(collectionQuery(collectionId))
  const { analyse } = useCollectionActions()
  const [, setLink] = useLink()
  const [number, setNumber] = useState<number | string>('')
  const { min, max } = ANALYSIS_OPTIONS.topics
  const busy = collection === undefined || collection.jobId !== null || analyse.isPending
  const wanted =
    typeof number === 'number' && Number.isInteger(number) && number >= min && number <= max ? number : null
  const start = (topics: AnalysisOptions['topics']): void =>
    analyse.mutate(
      { id: collectionId, options: { topics, seed: options.seed } },
      {
        onSuccess: () => {
          // The numbers of topics will mean others, and the newest analysis is the one to see.
          void setLink({ analysis: null, topic: null, paper: null })
          onStarted()
        },
      },
    )
  const count = summary.topics.filter(({ id }) => id !== MISCELLANEOUS).length
  return (
    <div className={classes.number}>
      <h3>Number of topics</h3>
      <p>
        {plural(count, 'topic')}, {howChosen(options.topics)}.
      </p>
      {facts.topicCounts.length > 1 && (
        <>
          <CountChart counts={facts.topicCounts} color="var(--accent)" width={300} />
          <p className={classes.dim}>
            Stability: how much two runs with that number agree, 1 is fully. The full dot is used.
          </p>
        </>
      )}
      <div className={classes.choices}>
        {countChoices(analysis).map(({ choice, text, possible }) => (
          <Button
            key={choice}
            variant="default"
            size="xs"
            fullWidth
            disabled={busy || !possible}
            onClick={() => start(choice)}
          >
            {possible ? text : `${text}: no number holds together`}
          </Button>
        ))}
      </div>
      <form
        className={classes.own}
        onSubmit={(event) => {
          event.preventDefault()
          if (wanted !== null && !busy) start(wanted)
        }}
      >
        <NumberInput
          aria-label="A number of your own"
          placeholder={`${min}–${max}`}
          size="xs"
          min={min}
          max={max}
          allowDecimal={false}
          allowNegative={false}
          hideControls
          value={number}
          onChange={setNumber}
        />
        <Button type="submit" variant="default" size="xs" disabled={busy || wanted === null}>
          Use this number
        </Button>
      </form>
      {analyse.error && <ErrorNote error={analyse.error} />}
      <p className={classes.dim}>
        {collection !== undefined && collection.jobId !== null
          ? 'An analysis is under way.'
          : 'This makes another analysis; the one you see stays, under History.'}
      </p>
    </div>
  )
}
