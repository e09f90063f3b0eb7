import { topicColor } from '../../../shared/charts/palette.ts'
import { formatPercent, plural } from '../../../shared/format.ts'
import type { Topic } from '../../../shared/topic.ts'
import { stabilityBadge, stabilityText } from '../../../shared/topic-text.ts'
import { Swatch } from './Swatch.tsx'
import { TermLine } from './TermMenu.tsx'
import { VerdictMark } from './VerdictMark.tsx'
import classes from './TopicSummary.module.css'

interface TopicSummaryProps {
  collectionId: string
  topic: Topic
  heading?: 'h1' | 'h2'
}

/** What a topic is: its name, terms, how firmly it holds together and where it is going. */
export function TopicSummary({ collectionId, topic, heading: Heading = 'h2' }: TopicSummaryProps) {
  const badge = stabilityBadge(topic)
  return (
    <div className={classes.summary}>
      <Heading>
        <Swatch colour={topicColor(topic.id)} /> {topic.label}
      </Heading>
      <p className={classes.terms}>
        <TermLine collectionId={collectionId} terms={topic.terms.slice(0, 8)} />
      </p>
      <p className={classes.facts}>
        <span>
          {plural(topic.papers, 'paper')}, {formatPercent(topic.share)} of all
        </span>
        {badge !== null && <span title={stabilityText(topic)}>{badge}</span>}
        {topic.uncertain > 0 && <span>{topic.uncertain} uncertain</span>}
        <VerdictMark verdict={topic.verdict} />
      </p>
    </div>
  )
}
