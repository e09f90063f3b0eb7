import { useHotkeys } from '@mantine/hooks'
import { lazy, Suspense, useState } from 'react'

const Palette = lazy(() => import('./Palette.tsx'))

/** Ctrl or Cmd with K: go to anything. Loaded when it is first asked for. */
export function GoTo({ collectionId }: { collectionId: string | null }) {
  const [wanted, setWanted] = useState(false)
  useHotkeys(wanted ? [] : [['mod+K', () => setWanted(true)]], [])
  if (!wanted) return null
  return (
    <Suspense fallback={null}>
      <Palette collectionId={collectionId} />
    </Suspense>
  )
}
