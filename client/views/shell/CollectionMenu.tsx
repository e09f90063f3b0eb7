import { Menu, UnstyledButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconCheck, IconChevronDown, IconPlus } from '@tabler/icons-react'
import type { Collection } from '../../../shared/collection.ts'
import { formatCount, plural } from '../../../shared/format.ts'
import { collectionsQuery } from '../../api/collections.ts'
import { navigate, pathOf } from '../../state/route.ts'
import classes from './CollectionMenu.module.css'

/** Which collection one is in, and the way to the others. */
export function CollectionMenu({ current }: { current: Collection | undefined }) {
  const { data } = useQuery(collectionsQuery)
  return (
    <Menu width={300} position="bottom-start">
      <Menu.Target>
        <UnstyledButton className={classes.target}>
          <span className={classes.name}>{current?.name ?? '…'}</span>
          {current && <span className={classes.count}>{plural(current.papers, 'paper')}</span>}
          <IconChevronDown size={14} stroke={1.75} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown className={classes.menu}>
        {data?.items.map((collection) => (
          <Menu.Item
            key={collection.id}
            leftSection={<IconCheck size={14} opacity={collection.id === current?.id ? 1 : 0} aria-hidden />}
            rightSection={<span className={classes.count}>{formatCount(collection.papers)}</span>}
            onClick={() => navigate(pathOf({ screen: 'explore', collectionId: collection.id }))}
          >
            <span className={classes.item}>{collection.name}</span>
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconPlus size={14} aria-hidden />} onClick={() => navigate('/new')}>
          New collection
        </Menu.Item>
        <Menu.Item leftSection={<span style={{ width: 14 }} />} onClick={() => navigate('/')}>
          All collections
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
