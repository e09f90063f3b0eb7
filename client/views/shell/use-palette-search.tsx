import type { SpotlightActionData } from '@mantine/spotlight'
import { useDebouncedValue } from '@mantine/hooks'
import { useInfiniteQuery } from '@tanstack/react-query'
import { IconSearch } from '@tabler/icons-react'
import { topicColor } from '../../../shared/charts/palette.ts'
import { papersQuery } from '../../api/papers.ts'
import { navigate, pathOf } from '../../state/route.ts'
import { metaOf } from '../parts/PaperRow.tsx'
import { Swatch } from '../parts/Swatch.tsx'

/** Papers that the palette lists. */
const MOST = 5

/** What a typed text finds among the papers: the best few, and the way to all of them. Nothing outside a collection. */
export function usePaletteSearch(
  collectionId: string | null,
  analysisId: string | null,
  typed: string,
): SpotlightActionData[] {
  const [text] = useDebouncedValue(typed.trim(), 180)
  const filter = { query: text, analysis: analysisId, words: 'anywhere' as const }
  const asked = { ...papersQuery(collectionId ?? '', filter), enabled: collectionId !== null && text.length > 1 }
  const page = useInfiniteQuery(asked).data?.pages[0]
  if (collectionId === null || text.length < 2 || page === undefined || page.total === 0) return []
  const explore = pathOf({ screen: 'explore', collectionId })
  return [
    ...page.items.slice(0, MOST).map((paper) => ({
      id: `paper-${paper.id}`,
      label: paper.title,
      description: metaOf(paper),
      // The palette hides what does not hold the text; these were found by more than their titles.
      keywords: typed,
      leftSection: paper.assignment && <Swatch colour={topicColor(paper.assignment.topicId)} />,
      onClick: () => navigate(`${explore}?paper=${encodeURIComponent(paper.id)}`),
    })),
    {
      id: 'search',
      label: page.total === 1 ? 'Show the paper found' : `Show all ${page.total} papers found`,
      keywords: typed,
      leftSection: <IconSearch size={16} stroke={1.75} aria-hidden />,
      onClick: () => navigate(`${pathOf({ screen: 'papers', collectionId })}?q=${encodeURIComponent(text)}`),
    },
  ]
}
