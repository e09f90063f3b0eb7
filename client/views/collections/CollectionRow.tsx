import { ActionIcon, Menu } from '@mantine/core'
import { IconDots, IconPencil, IconRefresh, IconTrash, IconUpload } from '@tabler/icons-react'
import type { Collection } from '../../../shared/collection.ts'
import { formatCount, formatDateRange, formatInstant } from '../../../shared/format.ts'
import { STAGES } from '../../../shared/analysis.ts'
import { useCollectionActions } from '../../api/collections.ts'
import { useJob } from '../../hooks/use-job.ts'
import { navigate, pathOf } from '../../state/route.ts'
import { Link } from '../../ui/Link.tsx'
import classes from './CollectionsView.module.css'

interface CollectionRowProps {
  collection: Collection
  onRename: () => void
  onDelete: () => void
}

/** One collection: its name, how much it holds, when that was written, and how far its analysis is. */
export function CollectionRow({ collection, onRename, onDelete }: CollectionRowProps) {
  const { analyse } = useCollectionActions()
  const { id, name, papers, analysis } = collection
  return (
    <li className={classes.row}>
      <div>
        <Link href={pathOf({ screen: 'explore', collectionId: id })} onNavigate={navigate} className={classes.name}>
          {name}
        </Link>
        <State collection={collection} />
      </div>
      <div className={classes.number}>
        {formatCount(papers)} <small>{papers === 1 ? 'paper' : 'papers'}</small>
      </div>
      <div className={classes.number}>
        {analysis === null ? '–' : formatCount(analysis.topics)}{' '}
        <small>{analysis?.topics === 1 ? 'topic' : 'topics'}</small>
      </div>
      <div className={classes.span}>{formatDateRange(collection.from, collection.to)}</div>
      <Menu>
        <Menu.Target>
          <ActionIcon aria-label={`More for ${name}`}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconUpload size={16} aria-hidden />}
            onClick={() => navigate(pathOf({ screen: 'import', collectionId: id }))}
          >
            Import more papers
          </Menu.Item>
          <Menu.Item
            leftSection={<IconRefresh size={16} aria-hidden />}
            disabled={papers === 0 || collection.jobId !== null}
            onClick={() => analyse.mutate({ id })}
          >
            Analyse again
          </Menu.Item>
          <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={onRename}>
            Rename
          </Menu.Item>
          <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} color="var(--danger)" onClick={onDelete}>
            Delete
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </li>
  )
}

function State({ collection }: { collection: Collection }) {
  const job = useJob(collection.jobId)
  if (collection.jobId !== null) {
    const stage = job?.stage ? STAGES[job.stage] : 'Waiting to start'
    return (
      <p className={classes.state} role="status">
        {stage}, {Math.round((job?.progress ?? 0) * 100)}%
      </p>
    )
  }
  if (collection.papers === 0) return <p className={classes.state}>No papers yet</p>
  if (collection.analysis === null) return <p className={classes.state}>Not analysed yet</p>
  const when = formatInstant(collection.analysis.createdAt)
  return (
    <p className={classes.state}>
      {collection.analysis.stale ? 'Papers came or went since the analysis of ' : 'Analysed '}
      {when}
    </p>
  )
}
