import type { AnalysisTrends, QueryTrends } from '../../../shared/trend.ts'
import { useLink } from '../../state/link.ts'
import { Notes } from '../../ui/Notes.tsx'
import { binLabel } from './bin-label.ts'
import { trendNotes } from './trend-notes.ts'
import classes from './TrapNotes.module.css'

/** What in these papers can forge a trend, and what was done about it; a better bin is offered. */
export function TrapNotes({ queries, trends }: { queries: QueryTrends | undefined; trends: AnalysisTrends }) {
  const [, setLink] = useLink()
  const better = queries?.betterBin ?? null
  return (
    <div className={classes.notes}>
      <Notes notes={trendNotes(queries, trends)} />
      {better !== null && (
        <button type="button" onClick={() => void setLink({ bin: better, at: null })}>
          Count in periods of {binLabel(better)}
        </button>
      )}
    </div>
  )
}
