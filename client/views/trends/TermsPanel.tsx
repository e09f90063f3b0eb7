import { SegmentedControl, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconSearch } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { formatCount, plural } from '../../../shared/format.ts'
import { phraseTrendsQuery } from '../../api/trends.ts'
import { LINK, MOVES, useLink, type Moves } from '../../state/link.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { TextButton } from '../../ui/TextButton.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { BrushedNote } from './BrushedNote.tsx'
import { judgedCsv, judgedJson } from './judged-files.ts'
import { JudgedTable } from './JudgedTable.tsx'
import { movesLike, VERDICT_OF_MOVES } from './moves.ts'
import type { PanelProps } from './panel-props.ts'
import { linesWithin, phraseLines } from './judged-lines.ts'
import { TakeAway } from '../parts/TakeAway.tsx'
import { TrapNotes } from './TrapNotes.tsx'
import controls from './Controls.module.css'
import classes from './TermsPanel.module.css'

/** Phrases that are fetched: all that move, and the largest that do not. */
const PHRASES = 1000
const STEP = 50

const NAMES: Record<Moves, string> = { rising: 'Rising', fading: 'Fading', peaked: 'Peaked', all: 'All' }

/** Which of thousands of phrases rise, fall or have peaked, with the size of the change and how sure it is. */
export function TermsPanel({ analysis, title, brush }: Pick<PanelProps, 'analysis' | 'title' | 'brush'>) {
  const { data, error } = useQuery(phraseTrendsQuery(analysis.id, PHRASES))
  const [{ moves, query, from, to }, setLink] = useLink()
  const [find, setFind] = useState('')
  const [shown, setShown] = useState(STEP)
  const all = useMemo(() => (data === undefined ? [] : phraseLines(data)), [data])
  const lines = useMemo(() => linesWithin(all, from, to), [all, from, to])
  if (error !== null) return <ErrorNote error={error} />
  if (data === undefined) return <Waiting />

  const wanted = find.trim().toLowerCase()
  const kept = lines.filter((line) => movesLike(line.verdict, moves) && line.label.toLowerCase().includes(wanted))
  const counts = MOVES.map((value) => lines.filter((line) => movesLike(line.verdict, value)).length)
  const follow = (label: string): void =>
    void setLink(
      { chart: null, query: query.includes(label) ? query : [...query, label], at: null },
      { history: 'push' },
    )
  return (
    <section aria-label="Terms over time">
      <div className={controls.controls}>
        <SegmentedControl
          size="xs"
          aria-label="Which terms"
          value={moves}
          onChange={(value) => {
            setShown(STEP)
            void setLink({ moves: LINK.moves.parse(value) })
          }}
          data={MOVES.map((value, place) => ({ value, label: `${NAMES[value]} (${formatCount(counts[place])})` }))}
        />
        <TextInput
          size="xs"
          type="search"
          aria-label="Find a term"
          placeholder="Find a term"
          value={find}
          leftSection={<IconSearch size={14} stroke={1.75} aria-hidden />}
          onChange={(event) => setFind(event.currentTarget.value)}
        />
        <TakeAway
          csv={() => judgedCsv(kept)}
          json={() => judgedJson(kept, data.bin)}
          title={`${title} ${moves === 'all' ? '' : moves} terms`}
        />
      </div>
      {brush}
      <BrushedNote />
      {kept.length === 0 ? (
        <p className={classes.none}>{noneText(moves, wanted, lines)}</p>
      ) : (
        <JudgedTable
          caption={`Terms by strength of change: ${NAMES[moves].toLowerCase()}`}
          what="Term"
          lines={kept.slice(0, shown)}
          bin={data.bin}
          action={(line) => ({ label: `Follow ${line.label}`, run: () => follow(line.label) })}
        />
      )}
      {kept.length > shown && (
        <TextButton onClick={() => setShown(shown + STEP)}>
          Show {plural(Math.min(STEP, kept.length - shown), 'more term')} of {formatCount(kept.length - shown)}
        </TextButton>
      )}
      <p className={classes.how}>
        Change: how fast the odds of meeting the term grow or fall from one period to the next. q: the share of wrong
        calls to expect among all terms called at least this surely. Bars under the lines are bursts.
      </p>
      <TrapNotes notes={data.notes} />
    </section>
  )
}

function noneText(moves: Moves, wanted: string, lines: readonly { verdict: string }[]): string {
  if (wanted !== '') return 'No such term among those followed here. Add it above to follow it as a phrase.'
  if (lines.length === 0) return 'No term has a paper in this stretch.'
  if (lines.every(({ verdict }) => verdict === 'not enough data')) {
    return 'Not enough data: too few dated papers or periods to say of any term that it rises or falls.'
  }
  return `No term is ${moves === 'all' ? 'here' : VERDICT_OF_MOVES[moves]} more than chance would explain.`
}
