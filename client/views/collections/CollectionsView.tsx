import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Collection } from '../../../shared/collection.ts'
import { plural } from '../../../shared/format.ts'
import { collectionsQuery } from '../../api/collections.ts'
import { navigate } from '../../state/route.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { CollectionRow } from './CollectionRow.tsx'
import { DeleteDialog } from './DeleteDialog.tsx'
import { RenameDialog } from './RenameDialog.tsx'
import screen from '../../ui/Screen.module.css'
import classes from './CollectionsView.module.css'

/** Every collection, and the way to a new one. */
export default function CollectionsView() {
  const { data, error, refetch } = useQuery({ ...collectionsQuery, refetchOnMount: 'always' })
  const [renaming, setRenaming] = useState<Collection | null>(null)
  const [deleting, setDeleting] = useState<Collection | null>(null)
  if (error !== null) {
    return (
      <div className={screen.screen}>
        <ErrorNote error={error} onRetry={() => void refetch()} />
      </div>
    )
  }
  if (data === undefined) return <Waiting />
  if (data.items.length === 0) return <Empty />
  const papers = data.items.reduce((sum, collection) => sum + collection.papers, 0)
  return (
    <div className={screen.screen}>
      <div className={screen.head}>
        <div>
          <h1>Collections</h1>
          <p className={screen.dim}>
            {plural(data.items.length, 'collection')}, {plural(papers, 'paper')}
          </p>
        </div>
        <NewCollection />
      </div>
      <ul className={classes.list}>
        {data.items.map((collection) => (
          <CollectionRow
            key={collection.id}
            collection={collection}
            onRename={() => setRenaming(collection)}
            onDelete={() => setDeleting(collection)}
          />
        ))}
      </ul>
      <p className={classes.hint}>You can also drop a file anywhere.</p>
      {renaming && <RenameDialog collection={renaming} onClose={() => setRenaming(null)} />}
      {deleting && <DeleteDialog collection={deleting} onClose={() => setDeleting(null)} />}
    </div>
  )
}

function NewCollection() {
  return (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => navigate('/new')}>
      New collection
    </Button>
  )
}

function Empty() {
  return (
    <div className={`${screen.screen} ${classes.empty}`}>
      <h1>What is in your pile of papers?</h1>
      <p className={screen.dim}>
        Paste a page of abstracts or drop a file. Tidemap finds the topics, draws them as a map, and shows where they
        are going. Everything stays on this machine.
      </p>
      <NewCollection />
    </div>
  )
}
