import { useInfiniteQuery } from '@tanstack/react-query'
import type { Analysis } from '../../../shared/analysis.ts'
import type { Collection } from '../../../shared/collection.ts'
import { formatCount, plural } from '../../../shared/format.ts'
import type { MapColumns } from '../../../shared/map.ts'
import type { TrendItem } from '../../../shared/trend.ts'
import { topicColor } from '../../../shared/charts/palette.ts'
import { papersQuery, type PaperSort, type PlacedPaper } from '../../api/papers.ts'
import type { TopicIndex } from '../../hooks/use-analysis.ts'
import { hoverPaper, setLasso, useFocus } from '../../state/focus.ts'
import { compareLink } from '../../state/compared.ts'
import { useLink } from '../../state/link.ts'
import { navigate } from '../../state/route.ts'
import { Link } from '../../ui/Link.tsx'
import { Notes } from '../../ui/Notes.tsx'
import { PaperIdList, PaperList } from '../parts/PaperList.tsx'
import { PaperRow } from '../parts/PaperRow.tsx'
import { Swatch } from '../parts/Swatch.tsx'
import { LassoHead } from './LassoHead.tsx'
import { PaperDetails } from './PaperDetails.tsx'
import { SideHead } from './SideHead.tsx'
import { TopicHead } from './TopicHead.tsx'
import classes from './SidePanel.module.css'

interface SidePanelProps {
  collection: Collection
  analysis: Analysis
  index: TopicIndex
  trendOf: ReadonlyMap<number, TrendItem>
  map: MapColumns
  placeOf: ReadonlyMap<string, number>
  /** Places of the papers in focus; null for all. */
  picked: readonly number[] | null
  search: { text: string; total: number | null; pending: boolean } | null
  onPickTopic: (topic: number | null) => void
  onClear: () => void
}

/** What is picked: a paper, a lasso's papers, a topic and its papers, or all of them. */
export function SidePanel(props: SidePanelProps) {
  const { collection, analysis, index, trendOf, map, placeOf, picked, search, onPickTopic, onClear } = props
  const [link, setLink] = useLink()
  const lasso = useFocus((state) => state.lasso)
  const topic = link.topic === null ? undefined : index.byId.get(link.topic)
  const narrowed = picked !== null

  const filter = {
    query: search?.text ?? null,
    topic: link.topic,
    from: link.from,
    to: link.to,
    analysis: analysis.id,
    sort: sortOf(link.sort, search !== null, topic !== undefined),
    words: 'anywhere' as const,
  }
  const total = useInfiniteQuery(papersQuery(collection.id, filter)).data?.pages[0]?.total
  const count = lasso === null && total !== undefined ? total : (picked?.length ?? map.n)

  const renderPaper = (paper: PlacedPaper) => (
    <PaperRow
      paper={paper}
      assignment={paper.assignment}
      highlights={paper.highlights}
      mark={topic || paper.assignment === null ? null : <Swatch colour={topicColor(paper.assignment.topicId)} />}
      why={topic !== undefined}
      picked={link.paper === paper.id}
      onPick={() => void setLink({ paper: paper.id })}
      onHover={(over) => hoverPaper(over ? (placeOf.get(paper.id) ?? null) : null)}
    />
  )
  if (link.paper !== null) {
    return (
      <aside className={classes.panel} aria-label="Paper">
        <SideHead
          title="Paper"
          back={`Back to ${plural(count, 'paper')}`}
          onClose={() => void setLink({ paper: null })}
        />
        <PaperDetails
          collectionId={collection.id}
          analysisId={analysis.id}
          paperId={link.paper}
          index={index}
          map={map}
          placeOf={placeOf}
          onPickPaper={(paper) => void setLink({ paper })}
          onPickTopic={onPickTopic}
        />
      </aside>
    )
  }
  if (lasso !== null) {
    const ids = (picked ?? lasso).map((place) => map.ids[place])
    return (
      <aside className={classes.panel} aria-label="Papers">
        <SideHead title={plural(ids.length, 'paper')} onClose={() => setLasso(null)} />
        <PaperIdList
          analysisId={analysis.id}
          ids={ids}
          label="Papers"
          head={
            <LassoHead
              collectionId={collection.id}
              analysisId={analysis.id}
              ids={ids}
              map={map}
              placeOf={placeOf}
              index={index}
            />
          }
          renderPaper={renderPaper}
        />
      </aside>
    )
  }
  return (
    <aside className={classes.panel} aria-label="Papers">
      <SideHead title={titleOf(count, map.n)} {...(narrowed ? { onClose: onClear } : {})} />
      <PaperList
        collectionId={collection.id}
        filter={filter}
        label="Papers"
        head={
          topic ? (
            <TopicHead
              collectionId={collection.id}
              topic={topic}
              index={index}
              trend={trendOf.get(topic.id)}
              onPickTopic={onPickTopic}
            />
          ) : (
            <div className={classes.head}>
              {search !== null && search.total !== null && (
                <p>
                  “{search.text}” is found in {plural(search.total, 'paper')}.{' '}
                  {search.total > 0 && (
                    <Link
                      href={compareLink(collection.id, { a: `query:${search.text}`, analysis: link.analysis })}
                      onNavigate={navigate}
                      className={classes.link}
                    >
                      Compare with the rest
                    </Link>
                  )}
                </p>
              )}
              {!narrowed && <Notes notes={analysis.facts.notes} folded />}
            </div>
          )
        }
        renderPaper={renderPaper}
      />
    </aside>
  )
}

/** What a search finds comes best first, a topic's papers by how well they fit. */
function sortOf(asked: PaperSort | null, isSearch: boolean, isTopic: boolean): PaperSort {
  if (asked !== null && (asked !== 'relevance' || isSearch)) return asked
  return isSearch ? 'relevance' : isTopic ? 'score' : 'newest'
}

function titleOf(count: number, all: number): string {
  return count === all ? plural(all, 'paper') : `${formatCount(count)} of ${plural(all, 'paper')}`
}
