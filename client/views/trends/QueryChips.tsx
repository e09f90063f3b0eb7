import { Pill, UnstyledButton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { seriesColor } from '../../../shared/charts/palette.ts'
import { useLink } from '../../state/link.ts'
import { Swatch } from '../parts/Swatch.tsx'
import { QueryHelp } from '../shell/QueryHelp.tsx'
import { hideRemovedPhrase, tellRemovedPhrase } from './removed-phrase.tsx'
import classes from './QueryChips.module.css'

const EXAMPLES = ['loss functions', 'alignment']
const QUERIES_MAX = 20

/** The phrases whose share is drawn: one chip each, and a field for one more. */
export function QueryChips() {
  const [{ query: queries }, setLink] = useLink()
  const [text, setText] = useState('')
  const add = (more: string): void => {
    const phrase = more.trim()
    if (phrase === '') return
    setText('')
    if (queries.includes(phrase) || queries.length >= QUERIES_MAX) return
    // A new phrase is looked at as a line.
    void setLink({ query: [...queries, phrase], chart: null, at: null }, { history: 'push' })
  }
  const set = (next: string[]): void =>
    void setLink({ query: next.length === 0 ? null : next, at: null }, { history: 'push' })
  const remove = (phrase: string): void => {
    set(queries.filter((other) => other !== phrase))
    tellRemovedPhrase(phrase, () => set(queries))
  }
  useEffect(() => hideRemovedPhrase, [])
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
          onRemove={() => remove(query)}
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
          if (event.key === 'Backspace' && text === '' && queries.length > 0) remove(queries.at(-1)!)
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
