import { Button } from '@mantine/core'
import { IconArrowsLeftRight, IconMap } from '@tabler/icons-react'
import { topicColor } from '../../../shared/charts/palette.ts'
import type { CollectionDetail } from '../../../shared/collection.ts'
import type { Topic } from '../../../shared/topic.ts'
import { cohesionText, stabilityText, uncertainText } from '../../../shared/topic-text.ts'
import type { PlacedPaper } from '../../api/papers.ts'
import { useAnalysis, type TopicIndex } from '../../hooks/use-analysis.ts'
import { compareLink } from '../../state/compared.ts'
import { useLink } from '../../state/link.ts'
import { navigate, pathOf } from '../../state/route.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Link } from '../../ui/Link.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { MadeBy } from '../parts/MadeBy.tsx'
import { PaperIdList, PaperList } from '../parts/PaperList.tsx'
import { PaperRow } from '../parts/PaperRow.tsx'
import { Swatch } from '../parts/Swatch.tsx'
import { TopicSummary } from '../parts/TopicSummary.tsx'
import { NotFound } from '../shell/NotFound.tsx'
import { TopicDrift } from './TopicDrift.tsx'
import { TopicTerms } from './TopicTerms.tsx'
import { TopicTrend } from './TopicTrend.tsx'
import unseen from '../../ui/Unseen.module.css'
import classes from './TopicView.module.css'

interface TopicViewProps {
  collection: CollectionDetail
  analysisId: string
  topicId: number
}

/** One topic: what it is, where it is going, who its neighbours are, which papers stand for it, and all of them. */
export default function TopicView({ collection, analysisId, topicId }: TopicViewProps) {
  const { analysis, index, trends, trendOf, error } = useAnalysis(analysisId)
  const [link] = useLink()
  if (error !== null) return <ErrorNote error={error} />
  if (!analysis || !index || !trends) return <Waiting />
  const topic = index.byId.get(topicId)
  if (topic === undefined) return <NotFound what={`no topic ${topicId} in this analysis`} />
  const trend = trendOf.get(topicId)
  const figures = [stabilityText(topic), cohesionText(topic, index.topics), uncertainText(topic)]
  // An older analysis stays the one that is looked at: its topics have numbers of their own.
  const at = link.analysis === null ? '' : `&analysis=${encodeURIComponent(link.analysis)}`
  const open = (paper: PlacedPaper) => () =>
    navigate(
      `${pathOf({ screen: 'explore', collectionId: collection.id })}?topic=${topicId}&paper=${encodeURIComponent(paper.id)}${at}`,
    )
  const renderPaper = (paper: PlacedPaper) => (
    <PaperRow paper={paper} assignment={paper.assignment} why onPick={open(paper)} />
  )
  return (
    <div className={classes.topic}>
      <div className={classes.about}>
        <TopicSummary collectionId={collection.id} topic={topic} heading="h1" />
        <div className={classes.actions}>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconMap size={14} aria-hidden />}
            onClick={() =>
              navigate(`${pathOf({ screen: 'explore', collectionId: collection.id })}?topic=${topicId}${at}`)
            }
          >
            Show on the map
          </Button>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconArrowsLeftRight size={14} aria-hidden />}
            onClick={() => navigate(compareLink(collection.id, { a: `topic:${topicId}`, analysis: link.analysis }))}
          >
            Compare with …
          </Button>
        </div>
        <p>{figures.filter((text) => text !== null).join(' ')}</p>
        <TopicTerms collectionId={collection.id} analysisId={analysisId} topic={topic} linked={link.analysis} />
        <TopicTrend topic={topic} trend={trend} trends={trends} />
        <TopicDrift analysisId={analysisId} topicId={topicId} label={topic.label} color={topicColor(topicId)} />
        <Neighbours collectionId={collection.id} topic={topic} index={index} linked={link.analysis} />
        {topic.representative.length > 0 && (
          <section>
            <h2>Papers that stand for it</h2>
            <div className={classes.representative}>
              <PaperIdList
                analysisId={analysisId}
                ids={topic.representative}
                label="Representative papers"
                renderPaper={renderPaper}
              />
            </div>
          </section>
        )}
        <MadeBy analysis={analysis} />
      </div>
      <div className={classes.papers}>
        <PaperList
          collectionId={collection.id}
          filter={{ topic: topicId, analysis: analysisId, sort: 'score' }}
          label="Papers of the topic"
          head={<h2 className={classes.head}>All papers, best fit first</h2>}
          renderPaper={renderPaper}
        />
      </div>
    </div>
  )
}

interface NeighboursProps {
  collectionId: string
  topic: Topic
  index: TopicIndex
  linked: string | null
}

function Neighbours({ collectionId, topic, index, linked }: NeighboursProps) {
  if (topic.nearest.length === 0) return null
  return (
    <section>
      <h2>Neighbours</h2>
      <ul className={classes.neighbours}>
        {topic.nearest.slice(0, 6).map(({ id, similarity }) => (
          <li key={id}>
            <Swatch colour={topicColor(id)} />
            <Link
              href={
                pathOf({ screen: 'topic', collectionId, topicId: id }) +
                (linked === null ? '' : `?analysis=${encodeURIComponent(linked)}`)
              }
              onNavigate={navigate}
            >
              {index.byId.get(id)?.label ?? `topic ${id}`}
            </Link>
            <span className={classes.dim}>similarity {similarity.toFixed(2)}</span>
            <Link
              href={compareLink(collectionId, { a: `topic:${topic.id}`, b: `topic:${id}`, analysis: linked })}
              onNavigate={navigate}
              className={classes.compare}
            >
              Compare<span className={unseen.unseen}> with {index.byId.get(id)?.label ?? `topic ${id}`}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
