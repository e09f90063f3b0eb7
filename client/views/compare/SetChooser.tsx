import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { formatCount, plural } from '../../../shared/format.ts'
import { PAPER_SETS, readPaperSet, REST, type PaperSetKind } from '../../../shared/paper-set.ts'
import type { TopicIndex } from '../../hooks/use-analysis.ts'
import { SELECTION, useCompared } from '../../state/compared.ts'
import { PeriodChooser } from './PeriodChooser.tsx'
import classes from './SetChooser.module.css'

interface SetChooserProps {
  /** `First set`. */
  label: string
  /** As the link holds it; null: not chosen yet. */
  value: string | null
  onChange: (value: string) => void
  index: TopicIndex
  /** Names of the periods there are, oldest first. */
  periods: readonly string[]
}

type Kind = PaperSetKind | typeof REST | typeof SELECTION

/** One side of a comparison: what kind of set, and which one. */
export function SetChooser({ label, value, onChange, index, periods }: SetChooserProps) {
  const selected = useCompared((state) => state.ids.length)
  const set = value === null ? null : value === SELECTION ? { kind: SELECTION, value: '' } : readPaperSet(value)
  const [picked, setPicked] = useState<{ kind: Kind; of: string | null } | null>(null)
  // A kind that was picked holds until the set itself changes.
  const kind: Kind = picked !== null && picked.of === value ? picked.kind : ((set?.kind ?? 'topic') as Kind)
  const inner = set?.kind === kind ? set.value : ''
  const kinds = [
    { value: REST, label: 'All other papers' },
    ...(Object.keys(PAPER_SETS) as PaperSetKind[])
      .filter((name) => name !== 'papers' || set?.kind === 'papers')
      .map((name) => ({ value: name, label: PAPER_SETS[name].label })),
    ...(selected > 0 || set?.kind === SELECTION ? [{ value: SELECTION, label: 'Map selection' }] : []),
  ]
  const choose = (next: Kind): void => {
    setPicked({ kind: next, of: value })
    if (next === REST || next === SELECTION) onChange(next)
  }
  const give = (text: string | null): void => {
    if (text !== null && text.trim() !== '') onChange(`${kind}:${text.trim()}`)
  }
  return (
    <fieldset className={classes.chooser}>
      <legend>{label}</legend>
      <Select
        size="xs"
        w={150}
        aria-label={`Kind of ${label.toLowerCase()}`}
        allowDeselect={false}
        value={kind}
        data={kinds}
        onChange={(next) => choose(next as Kind)}
      />
      {(kind === 'topic' || kind === 'theme') && (
        <Select
          size="xs"
          className={classes.value}
          aria-label={`${PAPER_SETS[kind].label} of ${label.toLowerCase()}`}
          placeholder={`choose a ${kind}`}
          searchable
          allowDeselect={false}
          value={inner === '' ? null : idOf(index, kind, inner)}
          data={(kind === 'topic' ? index.topics : index.themes).map(({ id, label: name, papers }) => ({
            value: String(id),
            label: `${name} (${formatCount(papers)})`,
          }))}
          onChange={give}
        />
      )}
      {kind === 'period' && <PeriodChooser label={label} value={inner} periods={periods} onChange={give} />}
      {(kind === 'query' || kind === 'venue' || kind === 'org') && (
        <TextField
          key={`${kind} ${inner}`}
          label={`${PAPER_SETS[kind].label} of ${label.toLowerCase()}`}
          value={inner}
          hint={hintOf(kind)}
          onGive={give}
        />
      )}
      {kind === 'papers' && <span className={classes.said}>{plural(inner.split(',').length, 'paper')}</span>}
      {kind === SELECTION && <span className={classes.said}>{plural(selected, 'paper')}, in this window only</span>}
    </fieldset>
  )
}

interface TextFieldProps {
  label: string
  value: string
  hint: string
  onGive: (text: string) => void
}

/** A text that counts once it is left or Enter is pressed. */
function TextField({ label, value, hint, onGive }: TextFieldProps) {
  const [draft, setDraft] = useState(value)
  const give = (): void => {
    if (draft.trim() !== value) onGive(draft)
  }
  return (
    <TextInput
      size="xs"
      className={classes.value}
      aria-label={label}
      placeholder={hint}
      value={draft}
      maxLength={500}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={give}
      onKeyDown={(event) => {
        if (event.key === 'Enter') give()
      }}
    />
  )
}

function hintOf(kind: 'query' | 'venue' | 'org'): string {
  const { example } = PAPER_SETS[kind]
  return `such as ${example.slice(kind.length + 1)}`
}

/** A set may name its topic or theme, too. */
function idOf(index: TopicIndex, kind: 'topic' | 'theme', value: string): string {
  const list: readonly { id: number; label: string }[] = kind === 'topic' ? index.topics : index.themes
  const wanted = value.toLowerCase()
  return String(list.find(({ id, label }) => String(id) === wanted || label.toLowerCase() === wanted)?.id ?? value)
}
