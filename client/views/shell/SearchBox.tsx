import { CloseButton, Kbd, TextInput } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useLink } from '../../state/link.ts'
import { navigate, pathOf, type Route } from '../../state/route.ts'
import { QueryHelp } from './QueryHelp.tsx'
import classes from './SearchBox.module.css'

/** The one search box: on Explore and Papers it works as one types, elsewhere Enter leads to Explore. */
export function SearchBox({ collectionId, screen }: { collectionId: string; screen: Route['screen'] }) {
  const [{ q }, setLink] = useLink()
  const live = screen === 'explore' || screen === 'papers'
  const [draft, setDraft] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useHotkeys([['/', () => field.current?.focus()]])

  const value = live ? q : draft
  const change = (text: string): void => {
    if (live) void setLink({ q: text === '' ? null : text })
    else setDraft(text)
  }
  const look = (text: string): void => {
    if (text.trim() === '') return
    if (live) void setLink({ q: text })
    else navigate(`${pathOf({ screen: 'explore', collectionId })}?q=${encodeURIComponent(text.trim())}`)
  }
  const submit = (): void => {
    if (live) return
    look(draft)
    setDraft('')
  }
  return (
    <div className={classes.box}>
      <TextInput
        ref={field}
        type="search"
        size="xs"
        className={classes.field}
        classNames={{ input: classes.input }}
        aria-label="Search papers, topics and phrases"
        placeholder="Search papers, topics, phrases"
        value={value}
        onChange={(event) => change(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') submit()
          if (event.key !== 'Escape') return
          event.stopPropagation()
          change('')
          field.current?.blur()
        }}
        leftSection={<IconSearch size={15} stroke={1.75} aria-hidden />}
        rightSection={
          value === '' ? (
            <Kbd size="xs" aria-hidden className={classes.key}>
              /
            </Kbd>
          ) : (
            <CloseButton size="sm" aria-label="Clear the search" onClick={() => change('')} />
          )
        }
      />
      <QueryHelp onTry={look} />
    </div>
  )
}
