import { lazy, Suspense } from 'react'
import { useRoute, type Route } from './state/route.ts'
import { CollectionFrame } from './views/shell/CollectionFrame.tsx'
import { DropAnywhere } from './views/shell/DropAnywhere.tsx'
import { Header } from './views/shell/Header.tsx'
import { NotFound } from './views/shell/NotFound.tsx'
import { Waiting } from './ui/Waiting.tsx'
import classes from './App.module.css'

const CollectionsView = lazy(() => import('./views/collections/CollectionsView.tsx'))
const ImportView = lazy(() => import('./views/import/ImportView.tsx'))

/** The whole dashboard: a header, and the screen of the address. */
export function App() {
  const route = useRoute()
  return (
    <div className={classes.app}>
      <a href="#main" className={classes.skip}>
        Skip to content
      </a>
      <Header route={route} />
      <main id="main" tabIndex={-1} className={classes.main}>
        <Suspense fallback={<Waiting />}>
          <Screen route={route} />
        </Suspense>
      </main>
      <DropAnywhere route={route} />
    </div>
  )
}

function Screen({ route }: { route: Route }) {
  switch (route.screen) {
    case 'collections':
      return <CollectionsView />
    case 'import':
      return <ImportView key={route.collectionId} collectionId={route.collectionId} />
    case 'unknown':
      return <NotFound what={`nothing at ${route.path}`} />
    case 'explore':
    case 'trends':
    case 'compare':
    case 'papers':
    case 'report':
    case 'topic':
      return <CollectionFrame key={route.collectionId} route={route} />
  }
}
