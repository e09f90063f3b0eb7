import { IconArrowRight } from '@tabler/icons-react'
import { topicColor } from '../../../shared/charts/palette.ts'
import { leaveOutSparseStart } from '../../../shared/charts/trend-span.ts'
import { TrendChart } from '../../../shared/charts/TrendChart.tsx'
import type { Topic } from '../../../shared/topic.ts'
import type { TrendItem } from '../../../shared/trend.ts'
import type { TopicIndex } from '../../hooks/use-analysis.ts'
import { hoverTopic } from '../../state/focus.ts'
import { navigate, pathOf } from '../../state/route.ts'
import { Link } from '../../ui/Link.tsx'
import { useWidth } from '../../ui/use-size.ts'
import { Swatch } from '../parts/Swatch.tsx'
import { TopicSummary } from '../parts/TopicSummary.tsx'
import classes from './TopicHead.module.css'

interface TopicHeadProps {
  collectionId: string
  topic: Topic
  index: TopicIndex
  trend: TrendItem | undefined
  onPickTopic: (topic: number) => void
}

/** The picked topic above its papers: what it is, its line over time, its neighbours. */
export function TopicHead({ collectionId, topic, index, trend, onPickTopic }: TopicHeadProps) {
  const [frame, width] = useWidth<HTMLDivElement>()
  const line = trend && {
    id: `topic-${topic.id}`,
    label: topic.label,
    color: topicColor(topic.id),
    points: trend.points,
  }
  return (
    <div className={classes.head}>
      <TopicSummary collectionId={collectionId} topic={topic} />
      <div ref={frame} className={classes.chart}>
        {line && width > 0 && line.points.length > 1 && (
          <TrendChart
            series={leaveOutSparseStart([line]).series}
            width={width}
            height={110}
            endLabels={false}
            title={`${topic.label} over time`}
          />
        )}
      </div>
      <ul className={classes.near} aria-label="Nearest topics" onPointerLeave={() => hoverTopic(null)}>
        {topic.nearest.slice(0, 3).map(({ id }) => {
          const near = index.byId.get(id)
          return (
            near && (
              <li key={id}>
                <button type="button" onClick={() => onPickTopic(id)} onPointerEnter={() => hoverTopic(id)}>
                  <Swatch colour={topicColor(id)} />
                  {near.label}
                </button>
              </li>
            )
          )
        })}
      </ul>
      <Link
        href={pathOf({ screen: 'topic', collectionId, topicId: topic.id })}
        onNavigate={navigate}
        className={classes.more}
      >
        All about this topic <IconArrowRight size={14} stroke={1.75} aria-hidden />
      </Link>
    </div>
  )
}
