import { Sparkline } from '../../../shared/charts/Sparkline.tsx'
import { topicColor } from '../../../shared/charts/palette.ts'
import { formatPercent, plural } from '../../../shared/format.ts'
import type { AnalysisTrends, QuerySeries, QueryTrends } from '../../../shared/trend.ts'
import { ALL_TIME, formatPoint, useLink } from '../../state/link.ts'
import { Swatch } from '../parts/Swatch.tsx'
import { pointsOf } from './judged-lines.ts'
import classes from './Senses.module.css'

const SHOWN = 6

/** How the papers of each phrase divide over the topics: a word with several senses shows them here. */
export function Senses({ queries, trends }: { queries: QueryTrends; trends: AnalysisTrends }) {
  const divided = queries.series.filter(({ topics }) => topics !== null && topics.length > 0)
  if (divided.length === 0 || trends.items.length === 0) return null
  return (
    <section className={classes.section} aria-label="Where phrases are at home">
      <h2>Where they are at home</h2>
      <p className={classes.how}>How the papers of each phrase divide over the topics, and how that part grew.</p>
      <div className={classes.grid}>
        {divided.map((series) => (
          <OneQuery key={series.query} series={series} />
        ))}
      </div>
    </section>
  )
}

function OneQuery({ series }: { series: QuerySeries }) {
  const [, setLink] = useLink()
  const topics = series.topics ?? []
  const top = Math.max(...topics.map(({ share }) => share))
  const others = topics.slice(SHOWN)
  const periods = series.points.map(({ period, total, complete }) => ({ period, total, complete }))
  const first = Math.max(
    0,
    series.points.findIndex(({ papers }) => papers > 0),
  )
  return (
    <div>
      <h3>{series.query}</h3>
      <ol className={classes.list}>
        {topics.slice(0, SHOWN).map(({ id, label, papers, share, counts }) => (
          <li key={id}>
            <button
              type="button"
              title={`${plural(papers, 'paper')} with ${series.query} in ${label}`}
              onClick={() =>
                void setLink({ at: formatPoint(`sense:${id}:${series.query}`, ALL_TIME) }, { history: 'push' })
              }
            >
              <Swatch colour={topicColor(id)} />
              <span className={classes.name}>{label}</span>
              <span className={classes.track} aria-hidden>
                <span style={{ width: `${(100 * share) / top}%`, background: topicColor(id) }} />
              </span>
              <span className={classes.share}>{formatPercent(share)}</span>
              <Sparkline
                points={pointsOf(periods, counts).slice(first)}
                color={topicColor(id)}
                width={72}
                height={18}
              />
            </button>
          </li>
        ))}
      </ol>
      {others.length > 0 && (
        <p className={classes.how}>
          {plural(others.length, 'other topic')} hold {formatPercent(others.reduce((sum, { share }) => sum + share, 0))}
          .
        </p>
      )}
    </div>
  )
}
