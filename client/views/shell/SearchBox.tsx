import { CloseButton, Kbd, TextInput } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useLink } from '../../state/link.ts'
import { navigate, pathOf, type Route } from '../../state/route.ts'
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
  const submit = (): void => {
    if (live || draft.trim() === '') return
    setDraft('')
    navigate(`${pathOf({ screen: 'explore', collectionId })}?q=${encodeURIComponent(draft.trim())}`)
  }
  return (
    <TextInput
      ref={field}
      type="search"
      size="xs"
      className={classes.box}
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
  )
}
