import { Pill, UnstyledButton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { seriesColor } from '../../../shared/charts/palette.ts'
import { Swatch } from '../parts/Swatch.tsx'
import { QueryHelp } from '../shell/QueryHelp.tsx'
import classes from './QueryChips.module.css'

interface QueryChipsProps {
  queries: readonly string[]
  onChange: (queries: string[]) => void
}

const EXAMPLES = ['loss functions', 'alignment']
const QUERIES_MAX = 20

/** The phrases whose share is drawn: one chip each, and a field for one more. */
export function QueryChips({ queries, onChange }: QueryChipsProps) {
  const [text, setText] = useState('')
  const add = (more: string): void => {
    const phrase = more.trim()
    if (phrase === '') return
    setText('')
    if (!queries.includes(phrase) && queries.length < QUERIES_MAX) onChange([...queries, phrase])
  }
  return (
    <form
      className={classes.chips}
      onSubmit={(event) => {
        event.preventDefault()
        add(text)
      }}
    >
      {queries.map((query, place) => (
        <Pill
          key={query}
          size="lg"
          withRemoveButton
          className={classes.chip}
          removeButtonProps={{ 'aria-label': `Remove ${query}`, 'aria-hidden': false, tabIndex: 0 }}
          onRemove={() => onChange(queries.filter((other) => other !== query))}
        >
          <Swatch colour={seriesColor(place)} />
          {query}
        </Pill>
      ))}
      <input
        className={classes.field}
        aria-label="Add a phrase"
        placeholder={queries.length === 0 ? 'Follow a phrase, such as loss functions' : 'Add a phrase'}
        value={text}
        maxLength={200}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Backspace' && text === '' && queries.length > 0) onChange(queries.slice(0, -1))
        }}
      />
      <UnstyledButton type="submit" className={classes.add} aria-label="Add" disabled={text.trim() === ''}>
        <IconPlus size={18} stroke={1.75} />
      </UnstyledButton>
      <QueryHelp rule="together" onTry={add} />
      {queries.length === 0 && (
        <span className={classes.examples}>
          {EXAMPLES.map((example) => (
            <UnstyledButton key={example} className={classes.example} onClick={() => add(example)}>
              {example}
            </UnstyledButton>
          ))}
        </span>
      )}
    </form>
  )
}
