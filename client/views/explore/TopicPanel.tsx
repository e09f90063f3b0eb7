import { Menu, Popover, UnstyledButton } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { memo, useMemo, useState, type ReactNode } from 'react'
import type { Analysis } from '../../../shared/analysis.ts'
import { formatCount, formatPercent } from '../../../shared/format.ts'
import type { Topic } from '../../../shared/topic.ts'
import type { TrendItem } from '../../../shared/trend.ts'
import { leaveOutSparseStart } from '../../../shared/charts/trend-span.ts'
import { Sparkline } from '../../../shared/charts/Sparkline.tsx'
import { topicColor } from '../../../shared/charts/palette.ts'
import type { TopicIndex } from '../../hooks/use-analysis.ts'
import { hoverTopic, useFocus } from '../../state/focus.ts'
import { useLink } from '../../state/link.ts'
import { setSettings, useSettings, type TopicOrder } from '../../state/settings.ts'
import { MadeBy } from '../parts/MadeBy.tsx'
import { TopicNumber } from '../parts/TopicNumber.tsx'
import { Swatch } from '../parts/Swatch.tsx'
import { VerdictMark } from '../parts/VerdictMark.tsx'
import { groupTopics } from './group-topics.ts'
import classes from './TopicPanel.module.css'

interface TopicPanelProps {
  analysis: Analysis
  index: TopicIndex
  trendOf: ReadonlyMap<number, TrendItem>
  /** Papers in focus per topic, whatever topic is picked. */
  counts: ReadonlyMap<number, number>
  /** Whether a search, a time or a lasso narrows the counts. */
  narrowed: boolean
  onPick: (topic: number | null) => void
}

const HOLLOW_MAX = 2500

const ORDERS: Record<TopicOrder, string> = { theme: 'by theme', size: 'by size', name: 'by name' }

/** Every topic with its line over time, its papers and what its trend is. */
export function TopicPanel({ analysis, index, trendOf, counts, narrowed, onPick }: TopicPanelProps) {
  const { topicOrder } = useSettings()
  const [{ topic: pickedTopic }] = useLink()
  const groups = useMemo(() => groupTopics(index, topicOrder), [index, topicOrder])
  const { uncertain } = analysis.facts
  return (
    <aside className={classes.panel} aria-label="Topics">
      <div className={classes.head}>
        <h2>Topics ({index.count})</h2>
        <FewerOrMore analysis={analysis} />
        <Menu position="bottom-end">
          <Menu.Target>
            <UnstyledButton className={classes.order}>
              {ORDERS[topicOrder]}
              <IconChevronDown size={14} stroke={1.75} aria-hidden />
            </UnstyledButton>
          </Menu.Target>
          <Menu.Dropdown>
            {(Object.keys(ORDERS) as TopicOrder[]).map((order) => (
              <Menu.Item key={order} onClick={() => setSettings({ topicOrder: order })}>
                {ORDERS[order]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </div>
      <div className={classes.list} onPointerLeave={() => hoverTopic(null)}>
        {groups.map((group) => (
          <Group key={group.key} heading={group.label}>
            {group.topics.map((topic) => (
              <TopicRow
                key={topic.id}
                topic={topic}
                trend={trendOf.get(topic.id)}
                count={counts.get(topic.id) ?? 0}
                narrowed={narrowed}
                pickedTopic={pickedTopic}
                onPick={onPick}
              />
            ))}
          </Group>
        ))}
      </div>
      <div className={classes.foot}>
        {uncertain > 0 && (
          <p title="The two best topics of these papers are too close to call; they are drawn hollow">
            {formatCount(uncertain)} uncertain{analysis.summary.papers <= HOLLOW_MAX && ', drawn hollow'}
          </p>
        )}
        <MadeBy analysis={analysis} />
      </div>
    </aside>
  )
}

function FewerOrMore({ analysis }: { analysis: Analysis }) {
  const [opened, setOpened] = useState(false)
  return (
    <Popover width={340} position="bottom-start" opened={opened} onChange={setOpened} trapFocus>
      <Popover.Target>
        <UnstyledButton className={classes.order} onClick={() => setOpened(!opened)}>
          fewer, more
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <TopicNumber analysis={analysis} onStarted={() => setOpened(false)} />
      </Popover.Dropdown>
    </Popover>
  )
}

function Group({ heading, children }: { heading: string | null; children: ReactNode }) {
  return (
    <section>
      {heading !== null && <h3 className={classes.theme}>{heading}</h3>}
      <ul className={classes.topics}>{children}</ul>
    </section>
  )
}

function pointsOf({ id, label }: Topic, { points }: TrendItem) {
  return leaveOutSparseStart([{ id: String(id), label, color: '', points }]).series[0].points
}

interface TopicRowProps {
  topic: Topic
  trend: TrendItem | undefined
  count: number
  narrowed: boolean
  /** The topic that is picked, this or another; null for none. */
  pickedTopic: number | null
  onPick: (topic: number | null) => void
}

const TopicRow = memo(function TopicRow({ topic, trend, count, narrowed, pickedTopic, onPick }: TopicRowProps) {
  const hovered = useFocus((state) => state.hoverTopic === topic.id)
  const picked = pickedTopic === topic.id
  const colour = topicColor(topic.id)
  const amount = narrowed
    ? `${formatCount(count)} of ${formatCount(topic.papers)}`
    : `${formatCount(topic.papers)} · ${formatPercent(topic.share)}`
  return (
    <li>
      <button
        type="button"
        className={classes.topic}
        aria-pressed={picked}
        data-hovered={hovered}
        data-dimmed={(pickedTopic !== null && !picked) || (narrowed && count === 0)}
        onClick={() => onPick(picked ? null : topic.id)}
        onPointerEnter={() => hoverTopic(topic.id)}
        onFocus={() => hoverTopic(topic.id)}
        onBlur={() => hoverTopic(null)}
      >
        <Swatch colour={colour} />
        <span className={classes.name}>{topic.label}</span>
        <span className={classes.figures}>
          {trend && <Sparkline points={pointsOf(topic, trend)} color={colour} width={72} height={16} />}
          <span>{amount}</span>
          <VerdictMark verdict={topic.verdict} />
        </span>
      </button>
    </li>
  )
})
