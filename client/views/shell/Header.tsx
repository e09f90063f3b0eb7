import { useQuery } from '@tanstack/react-query'
import { IconUpload } from '@tabler/icons-react'
import { collectionQuery } from '../../api/collections.ts'
import { useLink } from '../../state/link.ts'
import { COLLECTION_SCREENS, navigate, pathOf, type Route } from '../../state/route.ts'
import { Link } from '../../ui/Link.tsx'
import { Logo } from '../../ui/Logo.tsx'
import { CollectionMenu } from './CollectionMenu.tsx'
import { GoTo } from './GoTo.tsx'
import { HelpButton } from './HelpButton.tsx'
import { LinkButton } from './LinkButton.tsx'
import { SchemeButton } from './SchemeButton.tsx'
import { SearchBox } from './SearchBox.tsx'
import classes from './Header.module.css'

/** One line on top of every screen: where one is, where one can go, the search. */
export function Header({ route }: { route: Route }) {
  const collectionId = 'collectionId' in route ? route.collectionId : null
  return (
    <header className={classes.header}>
      <Link href="/" onNavigate={navigate} className={classes.brand}>
        <Logo />
        <span>Tidemap</span>
      </Link>
      {collectionId !== null && <CollectionPart collectionId={collectionId} route={route} />}
      <GoTo collectionId={collectionId} />
      <div className={classes.end}>
        <LinkButton />
        <HelpButton />
        <SchemeButton />
      </div>
    </header>
  )
}

const NAMES = { explore: 'Explore', trends: 'Trends', compare: 'Compare', papers: 'Papers', report: 'Report' } as const

function CollectionPart({ collectionId, route }: { collectionId: string; route: Route }) {
  const { data } = useQuery(collectionQuery(collectionId))
  const here = route.screen === 'topic' ? 'explore' : route.screen
  // An older analysis stays the one that is looked at when one changes the screen.
  const [{ analysis }] = useLink()
  const suffix = analysis === null ? '' : `?analysis=${encodeURIComponent(analysis)}`
  return (
    <>
      <CollectionMenu current={data} />
      <nav className={classes.nav} aria-label="Screens">
        {COLLECTION_SCREENS.map((screen) => (
          <Link
            key={screen}
            href={pathOf({ screen, collectionId }) + suffix}
            onNavigate={navigate}
            aria-current={here === screen ? 'page' : undefined}
          >
            {NAMES[screen]}
          </Link>
        ))}
      </nav>
      <SearchBox collectionId={collectionId} screen={route.screen} />
      <Link
        href={pathOf({ screen: 'import', collectionId })}
        onNavigate={navigate}
        className={classes.action}
        aria-current={route.screen === 'import' ? 'page' : undefined}
      >
        <IconUpload size={16} stroke={1.75} aria-hidden />
        <span>Import</span>
      </Link>
    </>
  )
}
