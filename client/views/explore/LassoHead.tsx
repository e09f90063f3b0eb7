import { Button } from '@mantine/core'
import { useMutation, useQueries, useQueryClient } from '@tanstack/react-query'
import { IconArrowsLeftRight, IconDownload } from '@tabler/icons-react'
import { useMemo } from 'react'
import { topicColor } from '../../../shared/charts/palette.ts'
import { formatCount } from '../../../shared/format.ts'
import type { MapColumns } from '../../../shared/map.ts'
import { paperQuery } from '../../api/papers.ts'
import type { TopicIndex } from '../../hooks/use-analysis.ts'
import { compareLink, selectionText } from '../../state/compared.ts'
import { useLink } from '../../state/link.ts'
import { navigate } from '../../state/route.ts'
import { downloadText } from '../../ui/download.ts'
import { Swatch } from '../parts/Swatch.tsx'
import { TermLine } from '../parts/TermMenu.tsx'
import { papersCsv, sharedTerms } from './lasso-terms.ts'
import classes from './LassoHead.module.css'

interface LassoHeadProps {
  collectionId: string
  analysisId: string
  ids: readonly string[]
  map: MapColumns
  placeOf: ReadonlyMap<string, number>
  index: TopicIndex
}

/** Papers whose terms are looked at. */
const SAMPLE = 40
/** Papers that one export takes; the button says so where there are more. */
const EXPORT_MAX = 2000

/** What a lasso caught, in terms and topics, and the way to take it along. */
export function LassoHead({ collectionId, analysisId, ids, map, placeOf, index }: LassoHeadProps) {
  const client = useQueryClient()
  const [link] = useLink()
  const sample = useQueries({
    queries: ids.slice(0, SAMPLE).map((id) => paperQuery(analysisId, id)),
    combine: (results) => results.flatMap((result) => (result.data ? [result.data.assignment] : [])),
  })
  const terms = useMemo(() => sharedTerms(sample, 6), [sample])
  const topics = useMemo(() => {
    const counts = new Map<number, number>()
    for (const id of ids) {
      const place = placeOf.get(id)
      if (place !== undefined) counts.set(map.topic[place], (counts.get(map.topic[place]) ?? 0) + 1)
    }
    return [...counts].sort((a, b) => b[1] - a[1]).slice(0, 5)
  }, [ids, map, placeOf])
  const save = useMutation({
    mutationFn: async () => {
      const papers = await Promise.all(
        ids.slice(0, EXPORT_MAX).map((id) => client.fetchQuery(paperQuery(analysisId, id))),
      )
      downloadText(papersCsv(papers, index), 'selection.csv', 'text/csv')
    },
  })
  return (
    <div className={classes.head}>
      {terms.length > 0 && (
        <p title={ids.length > SAMPLE ? `from ${SAMPLE} of the papers` : undefined}>
          <TermLine collectionId={collectionId} terms={terms} />
        </p>
      )}
      <ul className={classes.topics} aria-label="Topics of the selection">
        {topics.map(([id, count]) => (
          <li key={id}>
            <Swatch colour={topicColor(id)} />
            {index.byId.get(id)?.label} <span>{formatCount(count)}</span>
          </li>
        ))}
      </ul>
      <div className={classes.actions}>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconArrowsLeftRight size={14} aria-hidden />}
          onClick={() => navigate(compareLink(collectionId, { a: selectionText(ids), analysis: link.analysis }))}
        >
          Compare
        </Button>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconDownload size={14} aria-hidden />}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          {ids.length > EXPORT_MAX ? `Export CSV (first ${formatCount(EXPORT_MAX)})` : 'Export CSV'}
        </Button>
      </div>
    </div>
  )
}
