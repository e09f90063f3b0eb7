import { formatCount } from '../../../shared/format.ts'
import type { QueryTrends } from '../../../shared/trend.ts'
import { seriesColor } from '../../../shared/charts/palette.ts'
import { useLink } from '../../state/link.ts'
import { Swatch } from '../parts/Swatch.tsx'
import { VerdictMark } from '../parts/VerdictMark.tsx'
import { judgedText, VERDICT_MEANS } from '../parts/verdict.ts'
import classes from './QueryVerdicts.module.css'

/** What may be said of each phrase, in one line. */
export function QueryVerdicts({ queries }: { queries: QueryTrends }) {
  const [{ query }] = useLink()
  return (
    <ul className={classes.list} aria-label="Verdicts">
      {queries.series.map((one) => (
        <li key={one.query}>
          <Swatch colour={seriesColor(Math.max(0, query.indexOf(one.query)))} />
          <strong>{one.query}</strong>
          <VerdictMark verdict={one.verdict} judged={{ of: one, bin: queries.bin }} plain />
          <span>
            {one.papers === 0 ? 'found in none' : `${VERDICT_MEANS[one.verdict]} · ${judgedText(one, queries.bin)}`} of{' '}
            {formatCount(one.set)}
            {one.papers === 0 && ' papers'}
          </span>
        </li>
      ))}
    </ul>
  )
}
