import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { CollectionDetail } from '../../../shared/collection.ts'
import { formatCount, plural } from '../../../shared/format.ts'
import { papersQuery } from '../../api/papers.ts'
import { useAnalysis } from '../../hooks/use-analysis.ts'
import { LINK, useLink } from '../../state/link.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { MadeBy } from '../parts/MadeBy.tsx'
import { PaperTable } from './PaperTable.tsx'
import { TextButton } from '../../ui/TextButton.tsx'
import classes from './PapersView.module.css'

interface PapersViewProps {
  collection: CollectionDetail
  analysisId: string
}

const SORT_LABELS = {
  relevance: 'best match first',
  newest: 'newest first',
  oldest: 'oldest first',
  title: 'by title',
  score: 'by fit to topic',
  votes: 'by votes',
} as const

/** Every paper, to search, filter and sort. */
export default function PapersView({ collection, analysisId }: PapersViewProps) {
  const { analysis, index, error } = useAnalysis(analysisId)
  const [{ q, topic, from, to, sort }, setLink] = useLink()
  const [text] = useDebouncedValue(q.trim(), 180)
  const order = orderOf(sort, text !== '')
  const filter = useMemo(
    () => ({ query: text || null, topic, from, to, sort: order, analysis: analysisId, words: 'anywhere' as const }),
    [text, topic, from, to, order, analysisId],
  )
  const query = useInfiniteQuery(papersQuery(collection.id, filter))
  const papers = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data])
  const total = query.data?.pages[0]?.total ?? 0
  if (error !== null) return <ErrorNote error={error} />
  if (!analysis || !index) return <Waiting />
  const narrowed = text !== '' || topic !== null || from !== null || to !== null
  return (
    <div className={classes.papers}>
      <div className={classes.head}>
        <h1>Papers</h1>
        <p className={classes.count} role="status">
          {narrowed ? `${formatCount(total)} of ${plural(collection.papers, 'paper')}` : plural(total, 'paper')}
        </p>
        <Select
          size="xs"
          w={220}
          aria-label="Topic"
          placeholder="every topic"
          clearable
          searchable
          value={topic === null ? null : String(topic)}
          onChange={(value) => void setLink({ topic: value === null ? null : Number(value) })}
          data={index.topics.map(({ id, label }) => ({ value: String(id), label }))}
        />
        <Select
          size="xs"
          w={150}
          aria-label="Order"
          allowDeselect={false}
          value={order}
          onChange={(value) => void setLink({ sort: value === null ? null : LINK.sort.parse(value) })}
          data={Object.entries(SORT_LABELS)
            .filter(([value]) => text !== '' || value !== 'relevance')
            .map(([value, label]) => ({ value, label }))}
        />
        {narrowed && (
          <TextButton onClick={() => void setLink({ q: null, topic: null, from: null, to: null })}>
            Clear filters
          </TextButton>
        )}
      </div>
      {query.error === null ? (
        <PaperTable
          collectionId={collection.id}
          papers={papers}
          total={total}
          index={index}
          waiting={query.isPending}
          onReach={(place) => {
            if (query.hasNextPage && !query.isFetchingNextPage && place >= papers.length - 30)
              void query.fetchNextPage()
          }}
        />
      ) : (
        // What is typed may not be a query yet: the filters stay at hand.
        <div className={classes.failure}>
          <ErrorNote error={query.error} onRetry={() => void query.refetch()} />
        </div>
      )}
      <div className={classes.foot}>
        <MadeBy analysis={analysis} />
      </div>
    </div>
  )
}

function orderOf(asked: keyof typeof SORT_LABELS | null, isSearch: boolean): keyof typeof SORT_LABELS {
  if (asked === null || (asked === 'relevance' && !isSearch)) return isSearch ? 'relevance' : 'newest'
  return asked
}
