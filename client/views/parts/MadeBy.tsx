import { Button, Popover, UnstyledButton } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type { Analysis } from '../../../shared/analysis.ts'
import { formatCount, formatDate, formatInstant } from '../../../shared/format.ts'
import { MISCELLANEOUS } from '../../../shared/topic.ts'
import { isEmptyVocabulary } from '../../../shared/vocabulary.ts'
import { vocabularyRows } from '../../../shared/vocabulary-text.ts'
import { openWords } from '../../state/words.ts'
import { formatDuration } from '../../ui/format-duration.ts'
import { AnalysisMenu } from './AnalysisMenu.tsx'
import { TopicNumber } from './TopicNumber.tsx'
import classes from './MadeBy.module.css'

/** The options, seed and date that made a result, in one line; a click tells the rest. */
export function MadeBy({ analysis }: { analysis: Analysis }) {
  const [opened, setOpened] = useState(false)
  const target = useRef<HTMLButtonElement>(null)
  const changeWords = () => {
    setOpened(false)
    // The dialog hands the focus back to where it came from: to what stays.
    target.current?.focus()
    openWords()
  }
  return (
    <div className={classes.foot}>
      <Popover width={340} position="top-start" opened={opened} onChange={setOpened}>
        <Popover.Target>
          <UnstyledButton ref={target} className={classes.line} onClick={() => setOpened(!opened)}>
            <IconInfoCircle size={14} stroke={1.75} aria-hidden />
            <span>
              Topics {analysis.options.topics} · seed {analysis.options.seed}
              {!isEmptyVocabulary(analysis.options.vocabulary) && ' · own words'} ·{' '}
              {formatDate(analysis.createdAt.slice(0, 10))}
            </span>
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown>
          <HowMade analysis={analysis} onWords={changeWords} onStarted={() => setOpened(false)} />
        </Popover.Dropdown>
      </Popover>
      <AnalysisMenu analysis={analysis} />
    </div>
  )
}

interface HowMadeProps {
  analysis: Analysis
  onWords: () => void
  onStarted: () => void
}

function HowMade({ analysis, onWords, onStarted }: HowMadeProps) {
  const { summary, facts, options } = analysis
  const { total, ...stages } = summary.seconds
  const seconds = total ?? Object.values(stages).reduce((sum, value) => sum + value, 0)
  const agreement = summary.agreementBetweenSeeds
  const rows: [string, string][] = [
    ['Papers', formatCount(summary.papers)],
    ['Topics', `${topicCount(analysis)}, asked for ${options.topics}`],
    ['Seed', String(options.seed)],
    ['Agreement between seeds', agreement === null ? 'not compared' : `${agreement.toFixed(2)} of 1`],
    ...vocabularyRows(options.vocabulary, 12),
    ['Distinct terms', formatCount(facts.terms)],
    ['Uncertain papers', formatCount(facts.uncertain)],
    ['Dated, undated, too coarse', [facts.dated, facts.undated, facts.coarse].map(formatCount).join(', ')],
    ['Period of trends', facts.bin],
    ['Took', formatDuration(seconds)],
    ['Made', formatInstant(analysis.createdAt)],
    ['Tidemap', analysis.version],
  ]
  return (
    <div className={classes.how}>
      <h3>How this was made</h3>
      <dl>
        {rows.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <TopicNumber analysis={analysis} onStarted={onStarted} />
      <p className={classes.hash} title={summary.resultHash}>
        Result {summary.resultHash.slice(0, 16)}…
      </p>
      <Button variant="default" size="xs" mt={8} onClick={onWords}>
        Ignored words and synonyms
      </Button>
    </div>
  )
}

function topicCount({ summary }: Analysis): number {
  return summary.topics.filter((topic) => topic.id !== MISCELLANEOUS).length
}
